package dev.parley.slip.undo;

import dev.parley.conversation.PatternState;

/**
 * What is kept of a request to undo a slip.
 *
 * @param slip the id of the slip
 */
public record UndoState(String slip) implements PatternState {}
