package dev.parley.turn;

import dev.parley.conversation.Effect;

/**
 * Keep a turn until the conversation is ready for it.
 *
 * @param turn the turn
 */
public record BufferTurn(EarlyTurn turn) implements Effect.OfPattern {}
