package dev.parley.process.rule;

import dev.parley.conversation.Retry;
import java.time.Duration;

/** Pauses between attempts. What looks random follows from the step, so that it is the same on every node. */
final class Pauses {

    private static final double JITTER = 0.2;

    private Pauses() {}

    /** How compensations, and what has to be done, are tried again: for ever. */
    static Retry forEver(ProcessSettings settings) {
        return new Retry(Integer.MAX_VALUE, settings.backoff(), 2, settings.longestBackoff(), JITTER);
    }

    /** The pause after that attempt. */
    static Duration after(Retry retry, String key, int attempt) {
        return retry.pauseAfter(key, attempt);
    }
}
