package dev.parley.engine.wire;

import dev.parley.message.Backoff;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The work of running a conversation's operation.
 *
 * @param conversationId the conversation
 * @param operation the operation
 * @param group the message group whose order is kept, or null
 * @param looks how often the conversation was looked for and not there yet
 * @param turn which turn of it is to be worked on; 0 where none are taken
 */
public record OperationWork(String conversationId, String operation, @Nullable String group, int looks, int turn) {

    private static final Backoff DELAYS = new Backoff(Duration.ofMillis(50), Duration.ofMinutes(1));

    /** Work outside of turns, whose conversation was not looked for yet. */
    public OperationWork(String conversationId, String operation, @Nullable String group) {
        this(conversationId, operation, group, 0, 0);
    }

    /** The same work, whose conversation was looked for so many times and not there. */
    public OperationWork lookedAgain(int times) {
        return new OperationWork(conversationId, operation, group, times, turn);
    }

    /** The time to wait before looking again; nothing at first. */
    public Duration delay() {
        return delay(looks);
    }

    /** The time to wait after that many looks. */
    public static Duration delay(int looks) {
        return looks == 0 ? Duration.ZERO : DELAYS.after(looks - 1);
    }
}
