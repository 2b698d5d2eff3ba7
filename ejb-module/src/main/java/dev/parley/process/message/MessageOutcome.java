package dev.parley.process.message;

import org.jspecify.annotations.Nullable;

/**
 * What became of a message whose sender could not be told just then.
 *
 * @param fault why it was refused, a problem object as JSON text; null if it was taken
 * @param about the conversation that the answer names; null for the instance
 */
public record MessageOutcome(@Nullable String fault, @Nullable String about) {}
