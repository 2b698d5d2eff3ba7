package dev.parley.engine.wire;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * That a conversation's operation is to run.
 *
 * @param conversationId the conversation
 * @param operation the operation
 * @param group the message group whose order is kept, or null
 * @param looks how often the conversation was looked for and not there yet
 * @param turn which turn of it is to be worked on; 0 where none are taken
 */
public record Work(String conversationId, String operation, @Nullable String group, int looks, int turn) {

    private static final Duration FIRST_DELAY = Duration.ofMillis(50);
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(1);
    private static final int DOUBLINGS = 11;

    public Work(String conversationId, String operation, @Nullable String group) {
        this(conversationId, operation, group, 0, 0);
    }

    public Work lookedAgain(int times) {
        return new Work(conversationId, operation, group, times, turn);
    }

    /** How long to wait before looking again; nothing at first. */
    public Duration delay() {
        return delay(looks);
    }

    /** How long to wait after that many looks. */
    public static Duration delay(int looks) {
        if (looks == 0) {
            return Duration.ZERO;
        }
        Duration doubled = FIRST_DELAY.multipliedBy(1L << Math.min(looks - 1, DOUBLINGS));
        return doubled.compareTo(LONGEST_DELAY) < 0 ? doubled : LONGEST_DELAY;
    }
}
