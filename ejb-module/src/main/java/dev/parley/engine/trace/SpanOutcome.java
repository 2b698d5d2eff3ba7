package dev.parley.engine.trace;

import dev.parley.conversation.Conversation;
import dev.parley.message.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What became of a message, as its span shows it.
 *
 * @param conversationId its conversation; null if there is none
 * @param status where that stands; null if there is none
 * @param problem the name of the fault with which the message was refused; null if it was not
 */
public record SpanOutcome(@Nullable String conversationId, @Nullable String status, @Nullable String problem) {

    /** The message was taken, and its conversation stands there. */
    public static SpanOutcome of(Conversation conversation) {
        return new SpanOutcome(conversation.id(), conversation.status().name(), null);
    }

    /** The message was refused. */
    public static SpanOutcome refused(Problem problem) {
        return new SpanOutcome(null, null, problem.name());
    }
}
