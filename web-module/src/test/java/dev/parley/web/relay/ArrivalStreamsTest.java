package dev.parley.web.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.message.Refusal;
import dev.parley.relay.Arrivals;
import dev.parley.web.HttpProblem;
import dev.parley.web.Waits;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.resteasy.plugins.providers.sse.SseImpl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ArrivalStreamsTest {

    private final List<Arrivals.Listener> listeners = new ArrayList<>();
    private final ArrivalStreams streams = new ArrivalStreams();
    private final Waits waits = new Waits();
    private int listening;

    @BeforeEach
    @SuppressWarnings("UnnecessaryAssignment") // there is no container here that injects
    void start() {
        streams.executor = (ManagedScheduledExecutorService) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ManagedScheduledExecutorService.class}, this::called);
        streams.waits = waits;
        streams.most = 2;
        streams.heartbeat = Duration.ofSeconds(15);
        streams.start();
    }

    @Test
    void anArrivalNamesTheMailbox() {
        var sink = new FakeSink();
        open(sink);
        listeners.get(0).arrived();
        assertThat(sink.sent).hasSize(1);
        assertThat(sink.sent.get(0).getName()).isEqualTo("arrival");
        assertThat(sink.sent.get(0).getData()).isEqualTo("{\"mailbox\":\"orders\"}");
    }

    @Test
    void aHeartbeatIsAComment() {
        var sink = new FakeSink();
        open(sink);
        streams.beat();
        assertThat(sink.sent).extracting(OutboundSseEvent::getComment).containsExactly("");
    }

    @Test
    void whoIsOneTooManyIsToComeAgain() {
        open(new FakeSink());
        open(new FakeSink());
        assertThatThrownBy(() -> open(new FakeSink())).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(
                        refusal.problem().status())
                .isEqualTo(429));
        assertThat(listening).isEqualTo(2);
    }

    @Test
    void whoHasGoneLeavesItsPlaceAndIsNotListenedFor() {
        var gone = new FakeSink();
        open(gone);
        open(new FakeSink());
        gone.close();
        streams.beat();
        assertThat(listening).isEqualTo(1);
        open(new FakeSink());
        assertThat(listening).isEqualTo(2);
    }

    @Test
    void allEndWhenTheServerIsBeingSuspendedAndThoseThatComeThen() {
        var before = new FakeSink();
        var meanwhile = new FakeSink();
        open(before);
        waits.end();
        open(meanwhile);
        assertThat(before.closed).isTrue();
        assertThat(meanwhile.closed).isTrue();
        streams.beat();
        assertThat(listening).isZero();
    }

    @Test
    void whoMayNotListenTakesNoPlace() {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> streams.open(new FakeSink(), new SseImpl(), "orders", listener -> {
                        throw new Refusal(HttpProblem.of(404));
                    }))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.problem().status()).isEqualTo(404));
        }
        open(new FakeSink());
    }

    @Test
    @SuppressWarnings("UnnecessaryAssignment") // as above
    void aHeartbeatThatWouldNeverRestIsRefused() {
        streams.heartbeat = Duration.ZERO;
        assertThatThrownBy(streams::start).hasMessageContaining("parley.relay.heartbeat");
    }

    private void open(FakeSink sink) {
        streams.open(sink, new SseImpl(), "orders", listener -> {
            listeners.add(listener);
            listening++;
            return () -> listening--;
        });
    }

    private Object called(Object proxy, Method method, Object[] arguments) {
        if (method.getName().equals("execute")) {
            ((Runnable) arguments[0]).run();
        }
        return null;
    }

    private static class FakeSink implements SseEventSink {

        private final List<OutboundSseEvent> sent = new ArrayList<>();
        private boolean closed;

        @Override
        public boolean isClosed() {
            return closed;
        }

        @Override
        public CompletionStage<?> send(OutboundSseEvent event) {
            sent.add(event);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
