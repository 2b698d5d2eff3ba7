package dev.parley.slip;

import dev.parley.conversation.Event;

/**
 * Whoever ordered a slip wants undone what it has done, after it has ended. Whether it may is known.
 *
 * @param by the conversation that is told when that is done
 */
public record Recalled(String by) implements Event.OfPattern {}
