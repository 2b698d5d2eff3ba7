package dev.parley.bench.renewal;

import dev.parley.bench.HttpConnection;
import dev.parley.bench.HttpConnection.Answer;
import dev.parley.bench.Latencies;
import dev.parley.bench.store.WorkingSet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A few that use HTTP while something else goes on: some ask for grants, some confirm what they have been asked, each
 * in its turn.
 */
final class Customers implements AutoCloseable {

    private static final int OF_EACH = 2;
    private static final int HUNDRED = 100;
    private static final int SUCCESS = 2;

    private final Store store;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final List<Future<Latencies>> asking = new ArrayList<>();
    private final List<Future<Latencies>> confirming = new ArrayList<>();

    /** Calls a server over and over. */
    @FunctionalInterface
    private interface Call {
        Answer with(HttpConnection connection) throws IOException;
    }

    /**
     * How long each call took.
     *
     * @param ask until the grant was held
     * @param confirm until it was confirmed
     */
    record Calls(Latencies ask, Latencies confirm) {}

    Customers(Store store) {
        this.store = store;
    }

    /**
     * Lets them begin: to ask for grants of a pool, and to confirm those of the working set of another, but the first
     * few, and then again.
     */
    void begin(String pool, String confirmed, WorkingSet set, int first, AtomicInteger next) {
        String grants = "/parley/v1/pools/" + pool + "/grants";
        String working = "/parley/v1/pools/" + confirmed + "/grants/";
        for (int i = 0; i < OF_EACH; i++) {
            asking.add(threads.submit(() -> work(connection -> connection.call("POST", grants, "", ""))));
            confirming.add(threads.submit(() -> work(connection -> {
                String id = set.id(first + next.getAndIncrement() % (set.count() - first));
                return connection.call("POST", working + id + "/confirm", "", "{\"pingId\":\"" + id + ".bench\"}");
            })));
        }
    }

    private Latencies work(Call call) throws IOException {
        Latencies latencies = new Latencies();
        try (HttpConnection connection = store.connect()) {
            while (!ended.get()) {
                long begin = System.nanoTime();
                Answer answer = call.with(connection);
                if (answer.status() / HUNDRED != SUCCESS) {
                    throw new IllegalStateException("A customer was answered with " + answer);
                }
                latencies.add(System.nanoTime() - begin);
            }
        }
        return latencies;
    }

    /** Lets them end; answers how long their calls took. */
    Calls end() throws InterruptedException, ExecutionException {
        ended.set(true);
        return new Calls(all(asking), all(confirming));
    }

    private static Latencies all(List<Future<Latencies>> these) throws InterruptedException, ExecutionException {
        Latencies all = new Latencies();
        for (Future<Latencies> each : these) {
            all.addAll(each.get());
        }
        return all;
    }

    @Override
    public void close() {
        ended.set(true);
        threads.shutdownNow();
    }
}
