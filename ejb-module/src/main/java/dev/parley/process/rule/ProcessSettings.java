package dev.parley.process.rule;

import java.time.Duration;

/**
 * What is configured for instances.
 *
 * @param maxData how many characters are kept of one
 * @param maxSteps how many steps one may begin
 * @param backoff the pause after a compensation's first attempt
 * @param longestBackoff the longest such pause
 * @param chain how many steps that methods serve may follow each other in one transaction; each has its own if it is 0
 */
public record ProcessSettings(int maxData, int maxSteps, Duration backoff, Duration longestBackoff, int chain) {

    /** What holds if nothing is configured. */
    public static final ProcessSettings DEFAULT =
            new ProcessSettings(4 * 1024 * 1024, 1000, Duration.ofSeconds(1), Duration.ofMinutes(5), 16);
}
