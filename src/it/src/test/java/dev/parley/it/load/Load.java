package dev.parley.it.load;

import static org.awaitility.Awaitility.await;

import dev.parley.it.probe.InDoubt;
import dev.parley.it.probe.Probe;
import dev.parley.it.server.ParleyServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import org.awaitility.core.ConditionTimeoutException;

/** Requesters that ask one node or several without a pause, over JMS and over HTTP, and the book they keep. */
public final class Load implements AutoCloseable {

    private static final int REQUESTERS = 3;

    private final Book book = new Book();
    private final AtomicBoolean enough = new AtomicBoolean();
    private final ExecutorService threads = Executors.newFixedThreadPool(2 * REQUESTERS);
    private final List<Future<?>> requesters = new ArrayList<>();
    private final List<ParleyServer> nodes;
    private final List<Probe> probes;

    Load(ParleyServer server, Probe probe) {
        this.nodes = List.of(server);
        this.probes = List.of(probe);
    }

    /**
     * A load for several nodes.
     *
     * @param nodes all with the {@link Probe}; the first is the one with the broker
     */
    public Load(List<ParleyServer> nodes) {
        this.nodes = List.copyOf(nodes);
        this.probes = nodes.stream().map(Probe::new).toList();
    }

    Book book() {
        return book;
    }

    /** Lets them ask. */
    public void begin() {
        begin(i -> new JmsRequester("jms-" + i, i % 2 == 0, nodes.get(0), book, enough));
        begin(i -> new HttpRequester("http-" + i, i % 2 == 0, nodes, book, enough));
    }

    private void begin(IntFunction<Requester> kind) {
        for (int i = 0; i < REQUESTERS; i++) {
            requesters.add(threads.submit(kind.apply(i)));
        }
    }

    /** Lets each requester have its last answer. */
    public void end() throws InterruptedException, ExecutionException {
        enough.set(true);
        for (Future<?> requester : requesters) {
            requester.get();
        }
    }

    /** What they saw, and what is in the server now. */
    public Evidence evidence() {
        Map<String, Integer> effects = new HashMap<>();
        for (String row : probes.get(0).sql("select message_id, count(*) from ordering_effect group by message_id")) {
            String[] columns = row.split("\t", -1);
            effects.put(columns[0], Integer.valueOf(columns[1]));
        }
        return book.close(effects, inDoubt().total());
    }

    private InDoubt inDoubt() {
        try {
            await().atMost(Duration.ofSeconds(60)).until(() -> inDoubtNow().isNothing());
        } catch (ConditionTimeoutException e) {
            // that is for the checker to say
        }
        return inDoubtNow();
    }

    /** Database and broker are one; each node coordinates its own transactions. */
    private InDoubt inDoubtNow() {
        InDoubt first = probes.get(0).inDoubt();
        int others = probes.stream().skip(1).mapToInt(Probe::records).sum();
        return new InDoubt(first.database(), first.broker(), first.coordinator() + others);
    }

    /** How many requests were answered so far. */
    public int countAnswered() {
        return book.countAnswered();
    }

    /** What over HTTP was neither an answer nor a 503 with Retry-After. */
    public Set<String> oddAnswers() {
        return book.oddAnswers();
    }

    /** Lets everything go on for so long. */
    public static void goOn(Duration time) {
        await().pollDelay(time).atMost(time.plusSeconds(10)).until(() -> true);
    }

    @Override
    public void close() {
        enough.set(true);
        threads.shutdownNow();
    }
}
