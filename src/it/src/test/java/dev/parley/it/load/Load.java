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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import org.awaitility.core.ConditionTimeoutException;

/** Requesters that ask a server without a pause, over JMS and over HTTP, and the book they keep. */
final class Load implements AutoCloseable {

    private static final int REQUESTERS = 3;

    private final Book book = new Book();
    private final AtomicBoolean enough = new AtomicBoolean();
    private final ExecutorService threads = Executors.newFixedThreadPool(2 * REQUESTERS);
    private final List<Future<?>> requesters = new ArrayList<>();
    private final ParleyServer server;
    private final Probe probe;

    Load(ParleyServer server, Probe probe) {
        this.server = server;
        this.probe = probe;
    }

    Book book() {
        return book;
    }

    void begin() {
        begin(i -> new JmsRequester("jms-" + i, i % 2 == 0, server, book, enough));
        begin(i -> new HttpRequester("http-" + i, i % 2 == 0, server, book, enough));
    }

    private void begin(IntFunction<Requester> kind) {
        for (int i = 0; i < REQUESTERS; i++) {
            requesters.add(threads.submit(kind.apply(i)));
        }
    }

    /** Lets each requester have its last answer. */
    void end() throws InterruptedException, ExecutionException {
        enough.set(true);
        for (Future<?> requester : requesters) {
            requester.get();
        }
    }

    /** What they saw, and what is in the server now. */
    Evidence evidence() {
        Map<String, Integer> effects = new HashMap<>();
        for (String row : probe.sql("select message_id, count(*) from ordering_effect group by message_id")) {
            String[] columns = row.split("\t", -1);
            effects.put(columns[0], Integer.valueOf(columns[1]));
        }
        return book.close(effects, inDoubt().total());
    }

    private InDoubt inDoubt() {
        try {
            await().atMost(Duration.ofSeconds(60)).until(() -> probe.inDoubt().isNothing());
        } catch (ConditionTimeoutException e) {
            // that is for the checker to say
        }
        return probe.inDoubt();
    }

    static void goOn(Duration time) {
        await().pollDelay(time).atMost(time.plusSeconds(10)).until(() -> true);
    }

    @Override
    public void close() {
        enough.set(true);
        threads.shutdownNow();
    }
}
