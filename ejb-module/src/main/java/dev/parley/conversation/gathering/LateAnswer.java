package dev.parley.conversation.gathering;

import dev.parley.conversation.Event;
import dev.parley.message.MessageKind;

/**
 * One of those who were asked has answered after all, of whom it was said that nobody had.
 *
 * @param key what it was asked under
 * @param kind a reply or a fault
 * @param body JSON text
 */
public record LateAnswer(String key, MessageKind kind, String body) implements Event.OfPattern {}
