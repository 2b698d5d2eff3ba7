package dev.parley.slip.undo;

import dev.parley.conversation.Effect;

/**
 * Have a slip that has ended undo what it has done. It is answered as {@link Effect.Ask} is.
 *
 * @param slip its id
 */
public record Recall(String slip) implements Effect.OfPattern {}
