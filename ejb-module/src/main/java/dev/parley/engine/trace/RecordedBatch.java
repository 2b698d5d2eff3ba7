package dev.parley.engine.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Messages that share a transaction. They have a span together if they are several, and one of them is recorded. What
 * was done for each may still be rolled back with the others: its span ends with the batch.
 */
final class RecordedBatch {

    private final Tracer tracer;
    private final @Nullable String queue;
    private final int size;
    private final Instant begunAt;
    private final List<RecordedMessage> messages = new ArrayList<>();
    private final Thread owner = Thread.currentThread();
    private @Nullable Span span;
    private boolean hasEnded;

    /**
     * @param queue where they came from; null if not from a queue
     * @param size how many they are
     */
    RecordedBatch(Tracer tracer, @Nullable String queue, int size, Instant begunAt) {
        this.tracer = tracer;
        this.queue = queue;
        this.size = size;
        this.begunAt = begunAt;
    }

    @Nullable
    String queue() {
        return queue;
    }

    static String system(@Nullable String queue) {
        return queue == null ? "parley" : "jms";
    }

    /** One of its messages is recorded: they point to each other. */
    void join(Span message) {
        if (size > 1) {
            Span together = span == null ? begin() : span;
            span = together;
            together.addLink(message.getSpanContext());
            message.addLink(together.getSpanContext());
        }
    }

    private Span begin() {
        Span begun = tracer.spanBuilder(queue == null ? "receive" : "receive " + queue)
                .setNoParent()
                .setSpanKind(SpanKind.CONSUMER)
                .setStartTimestamp(begunAt)
                .startSpan();
        begun.setAttribute("messaging.system", system(queue));
        begun.setAttribute("messaging.operation.type", "receive");
        begun.setAttribute("messaging.operation.name", "receive");
        begun.setAttribute("messaging.batch.message_count", size);
        if (queue != null) {
            begun.setAttribute("messaging.destination.name", queue);
        }
        return begun;
    }

    /**
     * Whether it is under way here: an operation may hand its context on to a thread of its own, which may live longer.
     */
    boolean isHere() {
        return Thread.currentThread().equals(owner) && !hasEnded;
    }

    /** A message, or what was asked for meanwhile, was handled. */
    void handled(RecordedMessage message) {
        messages.add(message);
    }

    /** All was done. */
    void end() {
        hasEnded = true;
        messages.forEach(RecordedMessage::end);
        if (span != null) {
            span.end();
        }
    }

    /** All is rolled back. */
    void failed(Throwable why) {
        messages.forEach(message -> message.rolledBack(why));
        if (span != null) {
            span.setAttribute("error.type", why.getClass().getName());
            span.setStatus(StatusCode.ERROR, why.toString());
        }
        end();
    }
}
