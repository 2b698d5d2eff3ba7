package dev.parley.engine.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lineage of the span of a message: where it hangs, and what it points to besides. A conversation stays in one
 * trace, however late something comes to it and whatever trace that is in.
 *
 * @param parent the {@code traceparent} of the span that it hangs below; null if it begins a trace
 * @param links those of other spans that it is about
 */
public record Lineage(@Nullable String parent, List<String> links) {

    private static final Lineage NONE = new Lineage(null, List.of());

    private static final int TRACE_BEGINS = 3;
    private static final int TRACE_ENDS = 35;

    public Lineage {
        links = List.copyOf(links);
    }

    /** The lineage of a message that begins a conversation, or is about nothing else. */
    public static Lineage of(@Nullable String message) {
        return of(message, null);
    }

    /**
     * The lineage of a message to a conversation.
     *
     * @param message the {@code traceparent} that it came with; null for none
     * @param conversation that of the span in which the conversation began; null for none
     */
    public static Lineage of(@Nullable String message, @Nullable String conversation) {
        if (message == null) {
            return conversation == null ? NONE : new Lineage(conversation, List.of());
        }
        if (conversation == null || message.equals(conversation)) {
            return new Lineage(message, List.of());
        }
        return trace(message).equals(trace(conversation))
                ? new Lineage(message, List.of(conversation))
                : new Lineage(conversation, List.of(message));
    }

    private static String trace(String traceParent) {
        return traceParent.substring(TRACE_BEGINS, TRACE_ENDS);
    }
}
