package dev.parley.engine.call;

import dev.parley.conversation.Conversation;
import dev.parley.engine.wire.WireFormat;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The log of attempts at operations: one line for each that came to nothing, and the trace where it is news. */
public final class FailureLog {

    private static final Logger LOG = System.getLogger(FailureLog.class.getName());

    private FailureLog() {}

    /**
     * An attempt failed, and is made again.
     *
     * @param before its conversation before that was noted; null if it is not there
     * @param most how many attempts there are
     * @param pause until the next one
     */
    public static void failed(OperationFailed failed, @Nullable Conversation before, int most, Duration pause) {
        int attempt = before == null ? 0 : before.attempts();
        String messageId = before == null ? null : before.messageId();
        say(failed, messageId, line(failed, attempt, most, pause), isNews(failed, before));
    }

    /** An operation failed in the transaction that accepted its request: it is called again in one of its own. */
    public static void failedAtOnce(OperationFailed failed) {
        say(failed, null, head(failed) + ", at once with its request, again by itself: " + why(failed), true);
    }

    /** An operation came back after the deadline. */
    public static void late(DeadlineMissed missed) {
        LogContext ids = LogContext.of(missed.operation(), missed.conversationId(), null);
        try {
            LOG.log(Level.WARNING, "{0}: what it did is undone", missed.getMessage());
        } finally {
            ids.leave();
        }
    }

    static String line(OperationFailed failed, int attempt, int most, Duration pause) {
        return head(failed)
                + (attempt == 0 ? ", among others" : ", attempt " + attempt + " of " + most)
                + (attempt >= most ? ", given up" : ", again") + " in " + text(pause) + ": " + why(failed);
    }

    private static String text(Duration pause) {
        return pause.compareTo(Duration.ofSeconds(1)) < 0 ? pause.toMillis() + " ms" : pause.toSeconds() + " s";
    }

    private static String head(OperationFailed failed) {
        return failed.operation() + " failed in conversation " + WireFormat.oneLine(failed.conversationId());
    }

    private static String why(OperationFailed failed) {
        return WireFormat.oneLine(failed.why());
    }

    /** What it has failed with before, has been logged. */
    static boolean isNews(OperationFailed failed, @Nullable Conversation before) {
        String last = before == null ? null : before.lastFailure();
        return last == null || !failed.why().startsWith(last);
    }

    private static void say(OperationFailed failed, @Nullable String messageId, String line, boolean news) {
        LogContext ids = LogContext.of(failed.operation(), failed.conversationId(), messageId);
        try {
            if (news && failed.getCause() != null) {
                LOG.log(Level.WARNING, line, failed.getCause());
            } else {
                LOG.log(Level.WARNING, line);
            }
        } finally {
            ids.leave();
        }
    }
}
