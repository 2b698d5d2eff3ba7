package dev.parley.bench.renewal;

import dev.parley.bench.Figures;
import dev.parley.bench.Latencies;
import dev.parley.bench.Options;
import dev.parley.bench.Server;
import dev.parley.bench.store.WorkingSet;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Pings and their confirmations: at a steady rate, and as many as can be done, with few and with many other grants in
 * the store.
 */
final class CycleRounds {

    private static final String POOL = "bench";
    private static final String PING_TO = "queue:" + Holders.QUEUE;
    private static final String DEFINITION =
            "{\"capacity\":10000000,\"pingEvery\":\"PT12H\",\"pingTimeout\":\"PT2M\",\"holders\":[\"*\"]}";
    private static final int WARM_UP = 8;
    private static final int ALL_AT_ONCE = 0;
    private static final double MILLIS = TimeUnit.SECONDS.toMillis(1);
    private static final double NANOS_PER_MILLI = TimeUnit.MILLISECONDS.toNanos(1);
    private static final double MEBI = 1024 * 1024;

    private final Server server;
    private final Store store;
    private final Figures figures;
    private final Options options;

    CycleRounds(Server server, Figures figures, Options options) {
        this.server = server;
        this.store = new Store(server);
        this.figures = figures;
        this.options = options;
    }

    void run() throws IOException, InterruptedException {
        store.define(POOL, DEFINITION);
        try (Holders holders = new Holders(server)) {
            measure(holders, options.sizes(), WARM_UP);
            if (options.sizes().size() > 1) {
                // The smallest once more: were it the server that goes on warming up, it would be faster now.
                measure(holders, options.sizes().subList(0, 1), 0);
            }
        }
    }

    private void measure(Holders holders, List<Integer> sizes, int warmUp) throws IOException, InterruptedException {
        store.empty();
        int filled = 0;
        int toWarmUp = warmUp;
        for (int size : sizes) {
            store.fill(POOL, PING_TO, filled + 1, size);
            filled = size;
            WorkingSet set = new WorkingSet(options.rate() * options.seconds(), size);
            store.work(POOL, PING_TO, set);
            Figures discarded = figures.another();
            // The first touch of the tables as they are now counts for no round either.
            for (int round = 0; round <= toWarmUp; round++) {
                cycles(holders, set, ALL_AT_ONCE, "Warm-up: ", discarded);
            }
            toWarmUp = 0;
            for (int round = 1; round <= options.rounds(); round++) {
                System.err.println("Round " + round);
                String what = String.format(Locale.ROOT, "%,d other grants, ", size);
                cycles(holders, set, options.rate(), what + "due at a steady rate: ", figures);
                cycles(holders, set, ALL_AT_ONCE, what + "due all at once: ", figures);
            }
            String heap = String.format(Locale.ROOT, "%,d other grants: heap after a collection, MiB", size);
            figures.add(heap, RenewalSide.PARLEY, server.management().heap() / MEBI);
        }
    }

    private void cycles(Holders holders, WorkingSet set, int rate, String what, Figures to)
            throws IOException, InterruptedException {
        long begin = store.prepare(at -> {
            holders.expect(set, set.count(), at, rate);
            store.due(set, set.count(), at, rate);
        });
        Thread.sleep(Math.max(0, begin - System.currentTimeMillis()));
        Duration before = server.processorTime();
        Latencies lateness = holders.await();
        server.awaitEmpty(Holders.RESOURCES);
        double seconds = (System.currentTimeMillis() - begin) / MILLIS;
        Duration used = server.processorTime().minus(before);
        long confirmed = store.confirmed(POOL);
        if (confirmed != set.count()) {
            throw new IllegalStateException("Only " + confirmed + " of " + set.count() + " are confirmed");
        }
        to.add(what + "cycles/s", RenewalSide.PARLEY, set.count() / seconds);
        if (rate != ALL_AT_ONCE) {
            Times.add(what + "lateness of pings, ", lateness, to);
        }
        double processor = used.toNanos() / NANOS_PER_MILLI / set.count();
        to.add(what + "server's processor time per cycle, ms", RenewalSide.PARLEY, processor);
    }
}
