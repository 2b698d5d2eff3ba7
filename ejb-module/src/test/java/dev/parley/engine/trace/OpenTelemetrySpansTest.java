package dev.parley.engine.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class OpenTelemetrySpansTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String SENDER = "b7ad6b7169203331";
    private static final String PARENT = "00-" + TRACE + "-" + SENDER + "-01";
    private static final String UNSAMPLED = "00-" + TRACE + "-" + SENDER + "-00";

    private final Kept kept = new Kept();
    private final Tracer tracer = SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(kept))
            .build()
            .get("test");
    private final Spans spans = new OpenTelemetrySpans(tracer, Clock.systemUTC());

    /** Keeps what has ended. */
    private static final class Kept implements SpanExporter {

        private final List<SpanData> all = new ArrayList<>();

        SpanData named(String name) {
            return all.stream()
                    .filter(span -> span.getName().equals(name))
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public CompletableResultCode export(Collection<SpanData> ended) {
            all.addAll(ended);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }

    private static Handled request(String operation, String trace) {
        return new Handled("request", operation, null, "m1", "k1", true, Lineage.of(trace));
    }

    private static SpanOutcome succeeded() {
        return new SpanOutcome("c1", "SUCCEEDED", null);
    }

    private <T> T handle(String operation, String trace, Supplier<T> work) {
        return spans.handle(request(operation, trace), work, any -> succeeded());
    }

    private static String text(SpanData span, String attribute) {
        return span.getAttributes().get(AttributeKey.stringKey(attribute));
    }

    @Test
    void aMessageIsASpanBelowItsSender() {
        String sent = spans.batch("parley.requests", 1, () -> handle("pay", PARENT, () -> spans.here(null)));

        SpanData span = kept.named("request pay");
        assertThat(kept.all).hasSize(1);
        assertThat(span.getTraceId()).isEqualTo(TRACE);
        assertThat(span.getParentSpanId()).isEqualTo(SENDER);
        assertThat(span.getKind()).isEqualTo(SpanKind.CONSUMER);
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        assertThat(sent).isEqualTo("00-" + TRACE + "-" + span.getSpanId() + "-01");
        assertThat(text(span, "messaging.system")).isEqualTo("jms");
        assertThat(text(span, "messaging.destination.name")).isEqualTo("parley.requests");
        assertThat(text(span, "messaging.operation.type")).isEqualTo("process");
        assertThat(text(span, "messaging.message.id")).isEqualTo("m1");
        assertThat(text(span, "messaging.message.conversation_id")).isEqualTo("k1");
        assertThat(text(span, "parley.operation")).isEqualTo("pay");
        assertThat(text(span, "parley.conversation")).isEqualTo("c1");
        assertThat(text(span, "parley.status")).isEqualTo("SUCCEEDED");
    }

    @Test
    void thoseOfABatchAndTheSpanOfTheBatchPointToEachOther() {
        spans.batch("parley.requests", 2, () -> {
            handle("pay", PARENT, () -> "");
            return handle("ship", null, () -> "");
        });

        SpanData batch = kept.named("receive parley.requests");
        SpanData pay = kept.named("request pay");
        SpanData ship = kept.named("request ship");
        assertThat(batch.getParentSpanContext()).isEqualTo(SpanContext.getInvalid());
        assertThat(batch.getLinks())
                .extracting(link -> link.getSpanContext().getSpanId())
                .containsExactly(pay.getSpanId(), ship.getSpanId());
        assertThat(List.of(pay, ship)).allSatisfy(one -> assertThat(one.getLinks())
                .extracting(LinkData::getSpanContext)
                .containsExactly(batch.getSpanContext()));
        assertThat(ship.getTraceId()).isNotEqualTo(TRACE);
        assertThat(batch.getAttributes().get(AttributeKey.longKey("messaging.batch.message_count")))
                .isEqualTo(2);
    }

    @Test
    void whatThrowsIsAnErrorAndSoIsWhatIsRolledBackWithIt() {
        assertThatThrownBy(() -> spans.batch("parley.work", 2, () -> {
                    handle("pay", PARENT, () -> "");
                    return handle("ship", PARENT, () -> {
                        throw new IllegalStateException("no ship");
                    });
                }))
                .hasMessage("no ship");

        assertThat(kept.all)
                .hasSize(3)
                .allSatisfy(span -> assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR));
        assertThat(text(kept.named("request ship"), "error.type")).isEqualTo("java.lang.IllegalStateException");
        assertThat(kept.named("request pay").getStatus().getDescription()).contains("rolled back");
    }

    @Test
    void whatIsRefusedIsAnError() {
        spans.handle(request("pay", PARENT), () -> "", any -> new SpanOutcome(null, null, "message-id-reused"));

        assertThat(kept.named("request pay").getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(text(kept.named("request pay"), "error.type")).isEqualTo("message-id-reused");
    }

    @Test
    void whatItsSenderDoesNotRecordIsNotRecordedHere() {
        String sent = spans.batch("parley.requests", 2, () -> handle("pay", UNSAMPLED, () -> spans.here(null)));

        assertThat(kept.all).isEmpty();
        assertThat(sent).startsWith("00-" + TRACE).endsWith("-00");
    }

    /** What a conversation asks for in the same transaction did not come from the queue. */
    @Test
    void whatIsAskedForMeanwhileHangsBelowItAndIsNoMessageOfTheQueue() {
        spans.batch(
                "parley.requests",
                2,
                () -> handle(
                        "pay",
                        PARENT,
                        () -> spans.handle(
                                new Handled("request", "book", null, "m2", "k1", false, Lineage.of(spans.here(null))),
                                () -> "",
                                any -> succeeded())));

        SpanData book = kept.named("request book");
        assertThat(book.getParentSpanId()).isEqualTo(kept.named("request pay").getSpanId());
        assertThat(book.getLinks()).isEmpty();
        assertThat(text(book, "messaging.destination.name")).isNull();
        assertThat(text(book, "messaging.system")).isEqualTo("parley");
    }

    @Test
    void whatAnApplicationAsksForHangsBelowItsOwnSpan() {
        Span own = tracer.spanBuilder("own").startSpan();
        String callers = Context.current()
                .with(own)
                .wrapSupplier(() -> {
                    handle("pay", null, () -> "");
                    return spans.caller(null);
                })
                .get();
        own.end();

        assertThat(kept.named("request pay").getParentSpanId())
                .isEqualTo(own.getSpanContext().getSpanId());
        assertThat(callers).contains(own.getSpanContext().getSpanId());
    }

    /** The thread of a shared commit was started by whoever came first. */
    @Test
    void whoeverStartedTheThreadIsNoParentOfABatch() {
        Span first = tracer.spanBuilder("first").startSpan();
        String sent = Context.current()
                .with(first)
                .wrapSupplier(() -> spans.batch(null, 1, () -> handle("pay", null, () -> spans.here(null))))
                .get();

        assertThat(sent).doesNotContain(first.getSpanContext().getTraceId());
        assertThat(kept.named("request pay").getTraceId())
                .isNotEqualTo(first.getSpanContext().getTraceId());
    }

    @Test
    void outsideOfMessagesNothingIsSaidOfATrace() {
        assertThat(spans.here(PARENT)).isEqualTo(PARENT);
        assertThat(spans.caller(null)).isNull();
        assertThat(spans.batch("parley.replies", 1, () -> spans.here(PARENT))).isEqualTo(PARENT);
    }

    /** An SDK that is switched off hands on what it gets. */
    @Test
    void withoutAnSdkATraceGoesOnAsItCame() {
        Spans off = new OpenTelemetrySpans(TracerProvider.noop().get("test"), Clock.systemUTC());

        assertThat(off.handle(request("pay", PARENT), () -> off.here("other"), any -> succeeded()))
                .isEqualTo(PARENT);
        assertThat(off.<String>handle(request("pay", null), () -> off.here(PARENT), any -> succeeded()))
                .isEqualTo(PARENT);
    }
}
