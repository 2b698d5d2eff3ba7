package dev.parley.gathering;

import dev.parley.conversation.Effect;

/**
 * Find out who provides an operation.
 *
 * @param operation its name
 * @param body what they are asked, JSON text
 */
public record FindProviders(String operation, String body) implements Effect.OfPattern {}
