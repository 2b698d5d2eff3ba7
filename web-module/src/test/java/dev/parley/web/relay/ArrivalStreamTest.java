package dev.parley.web.relay;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.SseEventSink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.resteasy.plugins.providers.sse.OutboundSseEventImpl;
import org.junit.jupiter.api.Test;

class ArrivalStreamTest {

    private static final OutboundSseEvent ARRIVAL =
            new OutboundSseEventImpl.BuilderImpl().name("arrival").data("x").build();
    private static final OutboundSseEvent HEARTBEAT =
            new OutboundSseEventImpl.BuilderImpl().comment("").build();

    private final FakeSink sink = new FakeSink();
    private boolean rejecting;
    private Runnable whileRejecting = () -> {};
    private final ArrivalStream stream = new ArrivalStream(sink, ARRIVAL, HEARTBEAT, task -> {
        if (rejecting) {
            Runnable first = whileRejecting;
            whileRejecting = () -> {};
            first.run();
            throw new RejectedExecutionException("x");
        }
        task.run();
    });

    @Test
    void anArrivalIsTold() {
        stream.arrived();
        sink.written();
        stream.arrived();
        assertThat(sink.sent).containsExactly(ARRIVAL, ARRIVAL);
    }

    @Test
    void whatArrivesMeanwhileIsToldByOneMore() {
        stream.arrived();
        stream.arrived();
        stream.arrived();
        assertThat(sink.sent).hasSize(1);
        sink.written();
        assertThat(sink.sent).hasSize(2);
        sink.written();
        assertThat(sink.sent).hasSize(2);
    }

    @Test
    void aHeartbeatIsSentWhenNothingIsOnItsWay() {
        stream.arrived();
        stream.beat();
        assertThat(sink.sent).containsExactly(ARRIVAL);
        sink.written();
        stream.beat();
        stream.arrived();
        assertThat(sink.sent).containsExactly(ARRIVAL, HEARTBEAT);
        sink.written();
        assertThat(sink.sent).containsExactly(ARRIVAL, HEARTBEAT, ARRIVAL);
    }

    @Test
    void aClientThatHasGoneIsSentNothingMore() {
        stream.arrived();
        stream.arrived();
        sink.gone();
        assertThat(sink.sent).hasSize(1);
        assertThat(stream.isClosed()).isTrue();
        stream.arrived();
        stream.beat();
        assertThat(sink.sent).hasSize(1);
    }

    @Test
    void isNotClosedWhileSomethingIsOnItsWay() {
        stream.arrived();
        assertThat(stream.close()).isFalse();
        assertThat(sink.isClosed()).isFalse();
        sink.written();
        assertThat(stream.close()).isTrue();
        assertThat(sink.isClosed()).isTrue();
    }

    @Test
    void endsWithItsMailbox() {
        stream.ended();
        assertThat(sink.isClosed()).isTrue();
    }

    @Test
    void endsWithItsMailboxWhenWhatIsOnItsWayIsTold() {
        stream.arrived();
        stream.ended();
        assertThat(sink.isClosed()).isFalse();
        sink.written();
        assertThat(sink.isClosed()).isTrue();
    }

    @Test
    void endsWithoutTellingWhatCameMeanwhileWhenItsClientHasReadAtLast() {
        stream.arrived();
        stream.arrived();
        stream.ended();
        sink.written();
        assertThat(sink.sent).hasSize(1);
        assertThat(sink.isClosed()).isTrue();
    }

    @Test
    void endsWhenItsClientReadsAtLastWhileTheServerTakesNoTasks() {
        stream.arrived();
        stream.arrived();
        rejecting = true;
        stream.ended();
        sink.written();
        assertThat(sink.isClosed()).isTrue();
    }

    @Test
    void endsWhenTheServerTakesNoTasksAnyMoreJustAsOneIsHandedOver() {
        whileRejecting = stream::ended;
        rejecting = true;
        stream.arrived();
        assertThat(sink.isClosed()).isTrue();
    }

    @Test
    void anArrivalThatCouldNotBeToldDoesNotHideTheNext() {
        rejecting = true;
        stream.arrived();
        rejecting = false;
        stream.arrived();
        assertThat(sink.sent).hasSize(1);
    }

    private static class FakeSink implements SseEventSink {

        private final List<OutboundSseEvent> sent = new ArrayList<>();
        private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);
        private boolean closed;

        void written() {
            last.complete(null);
        }

        void gone() {
            last.completeExceptionally(new IOException("x"));
        }

        @Override
        public boolean isClosed() {
            return closed;
        }

        @Override
        public CompletionStage<?> send(OutboundSseEvent event) {
            sent.add(event);
            last = new CompletableFuture<>();
            return last;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
