package dev.parley.renewal;

import java.time.Instant;

/**
 * A question to a holder that is not answered yet.
 *
 * @param id which all its attempts carry, and the answer
 * @param attempt how often it was asked, from 1; 0 if that was before an outage, after which it is asked anew
 * @param answerBy when the answer to this attempt is too late
 */
public record Ping(String id, int attempt, Instant answerBy) {

    private static final char BETWEEN = '.';

    /** The id of a new ping. */
    public static String id(String grantId, String secret) {
        return grantId + BETWEEN + secret;
    }

    /** The id of the grant that a ping asks about; empty if that is no ping's id. */
    public static String grantId(String pingId) {
        int end = pingId.indexOf(BETWEEN);
        return end < 0 ? "" : pingId.substring(0, end);
    }
}
