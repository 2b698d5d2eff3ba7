package dev.parley.process.event;

import dev.parley.conversation.Event;
import dev.parley.process.state.UndoWaiter;

/**
 * The process that has asked for this one, or has taken that over, undoes what was done, and this one is a part of
 * that. It is answered when this one is undone, or cannot be.
 *
 * @param by the process
 */
public record UndoAsked(UndoWaiter by) implements Event.OfPattern {}
