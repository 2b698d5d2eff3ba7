package dev.parley.turn;

import dev.parley.conversation.Effect;

/**
 * Keep a turn no longer.
 *
 * @param messageId the id of its request
 */
public record DropTurn(String messageId) implements Effect.OfPattern {}
