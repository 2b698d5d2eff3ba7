package dev.parley.renewal;

import java.time.Instant;

/**
 * A question to a holder that is not answered yet.
 *
 * @param id which all its attempts carry, and the answer
 * @param attempt how often it was asked, from 1
 * @param answerBy when the answer to this attempt is too late
 */
public record Ping(String id, int attempt, Instant answerBy) {}
