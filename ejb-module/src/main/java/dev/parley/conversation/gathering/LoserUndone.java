package dev.parley.conversation.gathering;

import dev.parley.conversation.Event;
import dev.parley.conversation.Status;

/**
 * How far undoing is what was not taken.
 *
 * @param key what was asked under it
 * @param status of the conversation in which it was done
 */
public record LoserUndone(String key, Status status) implements Event.OfPattern {}
