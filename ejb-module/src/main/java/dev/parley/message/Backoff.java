package dev.parley.message;

import java.time.Duration;

/**
 * Pauses that double.
 *
 * @param first the first of them
 * @param longest what none is longer than
 */
public record Backoff(Duration first, Duration longest) {

    /** Pauses that double so many times, and then stay as they are. */
    public static Backoff doubling(Duration first, int times) {
        return new Backoff(first, first.multipliedBy(1L << times));
    }

    /** The pause after that many pauses before it. */
    public Duration after(int pauses) {
        Duration pause = first;
        for (int i = 0; i < pauses && pause.compareTo(longest) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}
