package dev.parley.process.event;

import dev.parley.conversation.Event;

/**
 * The process that has asked for this one undoes what it has done, and this one is a part of that. It is answered when
 * this one is undone, or cannot be.
 *
 * @param key the key of the answer
 */
public record UndoAsked(String key) implements Event.OfPattern {}
