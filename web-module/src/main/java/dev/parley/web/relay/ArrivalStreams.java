package dev.parley.web.relay;

import dev.parley.message.Refusal;
import dev.parley.relay.Arrivals;
import dev.parley.web.HttpProblem;
import dev.parley.web.Waits;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The clients that are told of arrivals, as many as may be at once. Each gets a heartbeat in intervals, which also
 * shows who has gone; and after an hour it is to come again, so that nobody is told for longer who may not be any more.
 */
@ApplicationScoped
public class ArrivalStreams {

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration SHORTEST_HEARTBEAT = Duration.ofMillis(100);

    /** The time, in ms, after which clients are to come again when their stream has ended. */
    private static final long COME_AGAIN = 1000;

    @Resource
    ManagedScheduledExecutorService executor;

    @Inject
    @ConfigProperty(name = "parley.relay.streams", defaultValue = "1000")
    int most;

    @Inject
    @ConfigProperty(name = "parley.relay.heartbeat", defaultValue = "PT15S")
    Duration heartbeat;

    @Inject
    Waits waits;

    private final Map<ArrivalStream, Open> open = new ConcurrentHashMap<>();
    private final AtomicInteger places = new AtomicInteger();

    @SuppressWarnings("NullAway.Init")
    private Future<?> beating;

    /**
     * The state of an open stream.
     *
     * @param end when it is to end, on the clock of {@link System#nanoTime()}
     * @param awaited what is cancelled when the server is being suspended, which waits for streams to end
     */
    private record Open(Arrivals.Listening listening, long end, CompletableFuture<Void> awaited) {}

    @PostConstruct
    void start() {
        if (heartbeat.compareTo(SHORTEST_HEARTBEAT) < 0) {
            throw new IllegalStateException("Parley is not configured: parley.relay.heartbeat is '" + heartbeat
                    + "', write an ISO 8601 duration of at least " + SHORTEST_HEARTBEAT);
        }
        beating = executor.scheduleWithFixedDelay(
                this::beat, heartbeat.toMillis(), heartbeat.toMillis(), TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        beating.cancel(false);
        open.keySet().forEach(ArrivalStream::close);
    }

    /**
     * Tells a client of arrivals from now on.
     *
     * @param listening registers for them
     * @throws Refusal {@code streams-too-many} 429, or what the registration throws
     */
    public void open(
            SseEventSink sink, Sse sse, String mailbox, Function<Arrivals.Listener, Arrivals.Listening> listening) {
        if (places.incrementAndGet() > most) {
            places.decrementAndGet();
            throw tooMany();
        }
        ArrivalStream stream = new ArrivalStream(sink, arrival(sse, mailbox), heartbeat(sse), executor);
        try {
            var state =
                    new Open(listening.apply(stream), System.nanoTime() + LONGEST.toNanos(), new CompletableFuture<>());
            open.put(stream, state);
            endIfNobodyMayWait(stream, state);
        } catch (RuntimeException e) {
            places.decrementAndGet();
            throw e;
        }
    }

    private void endIfNobodyMayWait(ArrivalStream stream, Open state) {
        var unused = state.awaited().whenComplete((nothing, cancelled) -> {
            if (cancelled != null) {
                stream.ended();
            }
        });
        waits.add(state.awaited());
    }

    /** The heartbeat, in intervals: it shows who has gone, and ends the streams whose time is over. */
    void beat() {
        long now = System.nanoTime();
        open.forEach((stream, state) -> {
            boolean over = now - state.end() >= 0;
            if (stream.isClosed() || (over && stream.close())) {
                end(stream);
            } else {
                stream.beat();
            }
        });
    }

    private void end(ArrivalStream stream) {
        Open state = open.remove(stream);
        if (state != null) {
            places.decrementAndGet();
            state.awaited().complete(null);
            state.listening().close();
        }
    }

    private static OutboundSseEvent arrival(Sse sse, String mailbox) {
        return sse.newEventBuilder()
                .name("arrival")
                .reconnectDelay(COME_AGAIN)
                .data("{\"mailbox\":\"" + mailbox + "\"}") // a name has nothing that is to be escaped
                .build();
    }

    private static OutboundSseEvent heartbeat(Sse sse) {
        return sse.newEventBuilder().comment("").build();
    }

    private Refusal tooMany() {
        return new Refusal(HttpProblem.STREAMS_TOO_MANY.because(
                "At most " + most + " streams are open at once here; come again later, or receive with a wait."));
    }
}
