package dev.parley.engine.wire;

import dev.parley.message.Backoff;
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

    private static final Backoff DELAYS = new Backoff(Duration.ofMillis(50), Duration.ofMinutes(1));

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
        return looks == 0 ? Duration.ZERO : DELAYS.after(looks - 1);
    }
}
