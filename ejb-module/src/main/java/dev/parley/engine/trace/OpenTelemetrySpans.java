package dev.parley.engine.trace;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Clock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** OpenTelemetry as the server has it. Its classes are there only if its subsystem is. */
final class OpenTelemetrySpans implements Spans {

    private static final String INSTRUMENTATION = "dev.parley";

    private static final ContextKey<RecordedBatch> BATCH = ContextKey.named("parley-batch");
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
        RecordedBatch batch = new RecordedBatch(tracer, queue, size, clock.instant());
        try {
            T done = Context.root().with(BATCH, batch).wrapSupplier(work).get();
            batch.end();
            return done;
        } catch (RuntimeException | Error e) {
            batch.failed(e);
            throw e;
        }
    }

    @Override
    public <T> T handle(Handled message, Supplier<T> work, Function<T, SpanOutcome> outcome) {
        Context here = Context.current();
        RecordedMessage recorded = begin(message, here);
        try {
            T done = here.with(recorded.span())
                    .with(MESSAGE, recorded.span())
                    .wrapSupplier(work)
                    .get();
            recorded.became(outcome.apply(done));
            return done;
        } catch (RuntimeException | Error e) {
            recorded.failed(e);
            throw e;
        } finally {
            end(recorded, here.get(BATCH));
        }
    }

    private RecordedMessage begin(Handled message, Context here) {
        SpanBuilder builder = tracer.spanBuilder(message.what() + " " + message.operation())
                .setSpanKind(SpanKind.CONSUMER)
                .setParent(parent(message.lineage(), here));
        message.lineage().links().forEach(link -> builder.addLink(context(link)));
        RecordedMessage begun = new RecordedMessage(builder.startSpan());
        if (begun.span().isRecording()) {
            RecordedBatch batch = isOfBatch(message, here) ? here.get(BATCH) : null;
            begun.describe(message, batch == null ? null : batch.queue());
            if (batch != null) {
                batch.join(begun.span());
            }
        }
        return begun;
    }

    /** What is asked for while a message is handled did not come with it. */
    private static boolean isOfBatch(Handled message, Context here) {
        RecordedBatch batch = here.get(BATCH);
        return message.delivered() && here.get(MESSAGE) == null && batch != null && batch.isHere();
    }

    private void end(RecordedMessage message, @Nullable RecordedBatch batch) {
        if (batch == null || !batch.isHere()) {
            message.end();
        } else {
            message.handledAt(clock.instant());
            batch.handled(message);
        }
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
}
