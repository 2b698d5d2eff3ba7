package dev.parley.engine.call;

import dev.parley.conversation.Conversation;
import dev.parley.engine.wire.WireFormat;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * The ids of what a thread works on, in each line that it logs meanwhile: {@code conversationId}, {@code messageId} and
 * {@code operation} of its mapped diagnostic context. Left, it has there again what was before.
 */
public final class LogContext {

    private final Deque<Runnable> undoing = new ArrayDeque<>();

    private LogContext() {}

    /** The context of an operation that works on a conversation; null is left out. */
    public static LogContext of(String operation, String conversationId, @Nullable String messageId) {
        LogContext context = new LogContext();
        context.put("operation", operation);
        context.put("conversationId", conversationId);
        if (messageId != null) {
            context.put("messageId", messageId);
        }
        return context;
    }

    /** The context of what is said of a conversation of which no more than its id is known; of none if it is null. */
    public static LogContext of(@Nullable String conversationId) {
        LogContext context = new LogContext();
        if (conversationId != null) {
            context.put("conversationId", conversationId);
        }
        return context;
    }

    /** Logs something about a conversation, with its ids. */
    public static void about(Conversation conversation, Runnable logging) {
        LogContext ids = of(conversation.operation(), conversation.id(), conversation.messageId());
        try {
            logging.run();
        } finally {
            ids.leave();
        }
    }

    private void put(String key, String value) {
        Object before = MDC.put(key, WireFormat.oneLine(value));
        undoing.push(() -> {
            if (before == null) {
                MDC.remove(key);
            } else {
                MDC.put(key, before);
            }
        });
    }

    /** Leaves it. */
    public void leave() {
        undoing.forEach(Runnable::run);
    }
}
