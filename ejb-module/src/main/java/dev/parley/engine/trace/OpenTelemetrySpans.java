package dev.parley.engine.trace;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** OpenTelemetry as the server has it. Its classes are there only if its subsystem is. */
final class OpenTelemetrySpans implements Spans {

    private static final String INSTRUMENTATION = "dev.parley";

    private static final ContextKey<Batch> BATCH = ContextKey.named("parley-batch");
    private static final ContextKey<Span> MESSAGE = ContextKey.named("parley-message");

    private final Tracer tracer;
    private final Clock clock;

    OpenTelemetrySpans(Tracer tracer, Clock clock) {
        this.tracer = tracer;
        this.clock = clock;
    }

    /** That of the server, or none if it has none. Where the classes are missing a {@link LinkageError} is thrown. */
    static Spans ofServer(Clock clock) {
        return CDI.current().select(OpenTelemetry.class).stream()
                .findFirst()
                .<Spans>map(server -> new OpenTelemetrySpans(server.getTracer(INSTRUMENTATION), clock))
                .orElse(NONE);
    }

    /** Whoever started the thread is nobody's parent here. */
    @Override
    public <T> T batch(@Nullable String queue, int size, Supplier<T> work) {
        Batch batch = new Batch(queue, size);
        try {
            T done = Context.root().with(BATCH, batch).wrapSupplier(work).get();
            batch.end(null);
            return done;
        } catch (RuntimeException | Error e) {
            batch.end(e);
            throw e;
        }
    }

    @Override
    public <T> T handle(Handled message, Supplier<T> work, Function<T, Outcome> outcome) {
        Context here = Context.current();
        Batch batch = message.delivered() && here.get(MESSAGE) == null ? here.get(BATCH) : null;
        Open open = begin(message, here, batch);
        try {
            T done = here.with(open.span())
                    .with(MESSAGE, open.span())
                    .wrapSupplier(work)
                    .get();
            open.became(outcome.apply(done));
            return done;
        } catch (RuntimeException | Error e) {
            open.failed(e);
            throw e;
        } finally {
            open.endWith(here.get(BATCH), clock.instant());
        }
    }

    private Open begin(Handled message, Context here, @Nullable Batch batch) {
        SpanBuilder builder = tracer.spanBuilder(message.what() + " " + message.operation())
                .setSpanKind(SpanKind.CONSUMER)
                .setParent(parent(message.lineage(), here));
        message.lineage().links().forEach(link -> builder.addLink(context(link)));
        Open open = new Open(builder.startSpan());
        if (open.span().isRecording()) {
            open.describe(message, batch == null ? null : batch.queue);
            if (batch != null) {
                batch.join(open.span());
            }
        }
        return open;
    }

    /** What no message says of its trace belongs to the span around it, if there is one. */
    private static Context parent(Lineage lineage, Context here) {
        String parent = lineage.parent();
        return parent == null ? here : Context.root().with(Span.wrap(context(parent)));
    }

    @Override
    public @Nullable String here(@Nullable String otherwise) {
        return traceParent(Context.current().get(MESSAGE), otherwise);
    }

    @Override
    public @Nullable String caller(@Nullable String given) {
        return traceParent(Span.current(), given);
    }

    private static @Nullable String traceParent(@Nullable Span span, @Nullable String otherwise) {
        if (span == null || !span.getSpanContext().isValid()) {
            return otherwise;
        }
        return text(span.getSpanContext());
    }

    private static String text(SpanContext of) {
        return "00-" + of.getTraceId() + "-" + of.getSpanId() + "-"
                + of.getTraceFlags().asHex();
    }

    private static SpanContext context(String traceParent) {
        String[] parts = traceParent.split("-", -1);
        return SpanContext.createFromRemoteParent(
                parts[1], parts[2], TraceFlags.fromHex(parts[3], 0), TraceState.getDefault());
    }

    /** The span of a message that has begun. */
    private static final class Open {

        private final Span span;
        private boolean failed;

        Open(Span span) {
            this.span = span;
        }

        Span span() {
            return span;
        }

        void describe(Handled message, @Nullable String queue) {
            span.setAttribute("messaging.system", queue == null ? "parley" : "jms");
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

        void became(Outcome outcome) {
            if (outcome.conversationId() != null) {
                span.setAttribute("parley.conversation", outcome.conversationId());
            }
            if (outcome.status() != null) {
                span.setAttribute("parley.status", outcome.status());
            }
            if (outcome.problem() != null) {
                failed = true;
                span.setAttribute("error.type", outcome.problem());
                span.setStatus(StatusCode.ERROR, outcome.problem());
            }
        }

        void failed(Throwable why) {
            failed = true;
            span.recordException(why);
            span.setAttribute("error.type", why.getClass().getName());
            span.setStatus(StatusCode.ERROR, why.toString());
        }

        /** In a batch it is known only at its end whether what was done stays. */
        void endWith(@Nullable Batch batch, Instant at) {
            if (batch == null) {
                span.end(at);
            } else {
                batch.ended.add(new Ended(span, failed, at));
            }
        }
    }

    /** The span of a message whose end waits for that of its batch. */
    private record Ended(Span span, boolean failed, Instant at) {}

    /** Messages that share a transaction. It has a span of its own where it has several of them that are recorded. */
    private final class Batch {

        private final @Nullable String queue;
        private final int size;
        private final Instant begun = clock.instant();
        private final List<Ended> ended = new ArrayList<>();
        private @Nullable Span span;

        Batch(@Nullable String queue, int size) {
            this.queue = queue;
            this.size = size;
        }

        void join(Span message) {
            if (size > 1) {
                Span together = span == null ? begin() : span;
                span = together;
                together.addLink(message.getSpanContext());
                message.addLink(together.getSpanContext());
            }
        }

        private Span begin() {
            Span batch = tracer.spanBuilder(queue == null ? "receive" : "receive " + queue)
                    .setNoParent()
                    .setSpanKind(SpanKind.CONSUMER)
                    .setStartTimestamp(begun)
                    .startSpan();
            batch.setAttribute("messaging.system", queue == null ? "parley" : "jms");
            batch.setAttribute("messaging.operation.type", "receive");
            batch.setAttribute("messaging.operation.name", "receive");
            batch.setAttribute("messaging.batch.message_count", size);
            if (queue != null) {
                batch.setAttribute("messaging.destination.name", queue);
            }
            return batch;
        }

        void end(@Nullable Throwable why) {
            for (Ended one : ended) {
                if (why != null && !one.failed()) {
                    one.span().setAttribute("error.type", why.getClass().getName());
                    one.span().setStatus(StatusCode.ERROR, "rolled back with its batch");
                }
                one.span().end(one.at());
            }
            if (span != null) {
                if (why != null) {
                    span.setAttribute("error.type", why.getClass().getName());
                    span.setStatus(StatusCode.ERROR, why.toString());
                }
                span.end();
            }
        }
    }
}
