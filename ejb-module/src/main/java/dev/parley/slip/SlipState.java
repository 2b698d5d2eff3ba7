package dev.parley.slip;

import dev.parley.conversation.PatternState;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a slip.
 *
 * @param slip as it was seen last
 * @param asked the hop for which it waits here for an answer; null if it travels, or has ended
 */
public record SlipState(Slip slip, @Nullable String asked) implements PatternState {}
