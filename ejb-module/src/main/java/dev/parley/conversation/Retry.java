package dev.parley.conversation;

import dev.parley.message.StableRandom;
import java.time.Duration;

/**
 * The number of times that a provider is asked, and the pauses between them.
 *
 * @param attempts how often it is asked at most, the first time included; at least 1
 * @param backoff the pause after the first attempt
 * @param multiplier by how much each further pause is longer than the one before; at least 1
 * @param maximum the longest pause
 * @param jitter by which part of itself a pause is shortened at most, so that those who failed together do not come
 *     back together; 0 to 1
 */
public record Retry(int attempts, Duration backoff, double multiplier, Duration maximum, double jitter) {

    /** The retries that hold if nothing is said. */
    public static final Retry DEFAULT = new Retry(5, Duration.ofSeconds(1), 2, Duration.ofMinutes(1), 0.2);

    /**
     * The pause after an attempt: exponential, and shortened by a part of itself that looks random, and is the same on
     * every node.
     *
     * @param key what the attempts are of
     * @param attempt which attempt it was, from 1
     */
    public Duration pauseAfter(String key, int attempt) {
        double grown = (double) backoff.toMillis() * Math.pow(multiplier, attempt - 1.0);
        double longest = Math.min(grown, (double) maximum.toMillis());
        return Duration.ofMillis(Math.round(longest * (1 - jitter * StableRandom.fraction(key, attempt))));
    }
}
