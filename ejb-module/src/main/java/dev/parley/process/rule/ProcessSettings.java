package dev.parley.process.rule;

import java.time.Duration;

/**
 * What is configured for instances.
 *
 * @param maxData how many characters are kept of one
 * @param maxSteps how many steps one may begin
 * @param backoff the pause after a compensation's first attempt
 * @param longestBackoff the longest such pause
 */
public record ProcessSettings(int maxData, int maxSteps, Duration backoff, Duration longestBackoff) {

    /** What holds if nothing is configured. */
    public static final ProcessSettings DEFAULT =
            new ProcessSettings(4 * 1024 * 1024, 1000, Duration.ofSeconds(1), Duration.ofMinutes(5));
}
