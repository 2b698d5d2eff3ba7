package dev.parley.engine.trace;

import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Spans of what this node handles. Where nobody records any, the work is done and that is all: a {@code traceparent}
 * goes on as it came.
 */
public interface Spans {

    /** Spans that nobody records. */
    Spans NONE = new Spans() {

        @Override
        public <T> T batch(@Nullable String queue, int size, Supplier<T> work) {
            return work.get();
        }

        @Override
        public <T> T handle(Handled message, Supplier<T> work, Function<T, SpanOutcome> outcome) {
            return work.get();
        }

        @Override
        public @Nullable String here(@Nullable String otherwise) {
            return otherwise;
        }

        @Override
        public @Nullable String caller(@Nullable String given) {
            return given;
        }
    };

    /**
     * Does the work on messages that share a transaction. Those that have spans and the span of their batch point to
     * each other; what the work throws is the error of all of them.
     *
     * @param queue where they came from; null if not from a queue
     * @param size how many they are
     */
    <T> T batch(@Nullable String queue, int size, Supplier<T> work);

    /**
     * Does the work on one message within a span of its own. What it throws is the error of the span.
     *
     * @param outcome what became of the message, of what the work returned; looked at only if somebody records it
     */
    <T> T handle(Handled message, Supplier<T> work, Function<T, SpanOutcome> outcome);

    /**
     * The {@code traceparent} of what is sent now: that of the message which this thread handles.
     *
     * @param otherwise what it is if no message is handled, or nobody records that
     */
    @Nullable
    String here(@Nullable String otherwise);

    /**
     * The {@code traceparent} of whoever calls, in this thread: of the server's span of its HTTP request, or of an
     * application's own.
     *
     * @param given what the caller said of it; null for nothing
     */
    @Nullable
    String caller(@Nullable String given);
}
