package dev.parley.exchange;

import java.time.Duration;

/**
 * The terms on which single requests are undone that had succeeded.
 *
 * @param compensable how long after its end one can be
 * @param within how long it is tried
 * @param backoff the pause after the first attempt
 * @param longestBackoff the longest such pause
 */
public record UndoTerms(Duration compensable, Duration within, Duration backoff, Duration longestBackoff) {

    /** What holds if nothing is configured. */
    public static final UndoTerms DEFAULT =
            new UndoTerms(Duration.ofDays(7), Duration.ofDays(7), Duration.ofSeconds(1), Duration.ofMinutes(5));
}
