package dev.parley.engine.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The span of a message that is handled, from its beginning to its end. */
final class RecordedMessage {

    private final Span span;
    private boolean failed;
    private @Nullable Instant handledAt;

    RecordedMessage(Span span) {
        this.span = span;
    }

    Span span() {
        return span;
    }

    /**
     * Says what the message is.
     *
     * @param queue where it came from; null if not from a queue
     */
    void describe(Handled message, @Nullable String queue) {
        span.setAttribute("messaging.system", RecordedBatch.system(queue));
        span.setAttribute("messaging.operation.type", "process");
        span.setAttribute("messaging.operation.name", message.what());
        span.setAttribute("messaging.message.id", message.messageId());
        span.setAttribute("messaging.message.conversation_id", message.correlationId());
        span.setAttribute("parley.operation", message.operation());
        if (queue != null) {
            span.setAttribute("messaging.destination.name", queue);
        }
        if (message.conversationId() != null) {
            span.setAttribute("parley.conversation", message.conversationId());
        }
    }

    /** Says what became of it. */
    void became(SpanOutcome outcome) {
        if (outcome.conversationId() != null) {
            span.setAttribute("parley.conversation", outcome.conversationId());
        }
        if (outcome.status() != null) {
            span.setAttribute("parley.status", outcome.status());
        }
        if (outcome.problem() != null) {
            isError(outcome.problem(), outcome.problem());
        }
    }

    /** Says why it could not be handled. */
    void failed(Throwable why) {
        span.recordException(why);
        isError(why.getClass().getName(), why.toString());
    }

    /** Says that what was done for it is rolled back with others, for their sake. */
    void rolledBack(Throwable why) {
        if (!failed) {
            isError(why.getClass().getName(), "rolled back with its batch");
        }
    }

    private void isError(String type, String description) {
        failed = true;
        span.setAttribute("error.type", type);
        span.setStatus(StatusCode.ERROR, description);
    }

    /** It was handled until then. */
    void handledAt(Instant time) {
        handledAt = time;
    }

    /** Nothing more is said of it. */
    void end() {
        if (handledAt == null) {
            span.end();
        } else {
            span.end(handledAt);
        }
    }
}
