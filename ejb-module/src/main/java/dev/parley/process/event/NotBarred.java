package dev.parley.process.event;

import dev.parley.conversation.Event;

/**
 * What came of a {@link Bar}: somebody had the request in hand just then. It is tried again in a moment.
 *
 * @param key its key
 */
public record NotBarred(String key) implements Event.OfPattern {}
