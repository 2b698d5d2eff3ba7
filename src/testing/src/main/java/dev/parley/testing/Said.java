package dev.parley.testing;

import dev.parley.message.Problem;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a provider.
 *
 * @param after how long it takes
 * @param reply the reply, JSON text; null for none
 * @param fault the fault; null for none
 */
record Said(Duration after, @Nullable String reply, @Nullable Problem fault) {}
