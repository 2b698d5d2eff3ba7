package dev.parley.bench.renewal;

import dev.parley.bench.Figures;
import dev.parley.bench.Latencies;
import dev.parley.bench.Options;
import dev.parley.bench.Server;
import dev.parley.bench.store.WorkingSet;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Many grants that run out at once, while others are asked for, confirmed and asked about: leases, and what silent
 * holders have.
 */
final class BurstRounds {

    private static final String POOL = "bench";
    private static final String PING_TO = "queue:" + Holders.QUEUE;
    private static final String DEFINITION =
            "{\"capacity\":10000000,\"pingEvery\":\"PT12H\",\"pingTimeout\":\"PT2M\",\"holders\":[\"*\"]}";
    private static final String BURST = "bench-burst";
    private static final int OTHERS = 100_000;
    private static final int WORKING = 30_000;
    /** So many of the working set come due meanwhile; the others have been asked, and are confirmed. */
    private static final int PINGS = 500;

    private static final int PINGS_A_SECOND = 100;
    private static final int WARM_UP = 2;
    private static final long PAUSE_MILLIS = 50;
    private static final long PATIENCE_MILLIS = TimeUnit.MINUTES.toMillis(5);
    private static final double MILLIS = TimeUnit.SECONDS.toMillis(1);
    private static final double NANOS_PER_MILLI = TimeUnit.MILLISECONDS.toNanos(1);

    private final Server server;
    private final Store store;
    private final Figures figures;
    private final Options options;
    private final WorkingSet set = new WorkingSet(WORKING, OTHERS);

    /**
     * Who does not say anything any more. Nobody loses anything for that before a {@code pingTimeout} after a start.
     */
    private enum Kind {
        LEASES(
                "leases run out",
                "{\"capacity\":10000000,\"pingEvery\":\"PT12H\",\"pingTimeout\":\"PT1S\",\"lease\":true,\"holders\":[\"*\"]}",
                "",
                0),
        SILENT(
                "silent holders lose what they held",
                "{\"capacity\":10000000,\"pingEvery\":\"PT12H\",\"pingTimeout\":\"PT1S\",\"holders\":[\"*\"]}",
                PING_TO,
                3);

        private final String title;
        private final String definition;
        private final String pingTo;
        private final int attempts;

        Kind(String title, String definition, String pingTo, int attempts) {
            this.title = title;
            this.definition = definition;
            this.pingTo = pingTo;
            this.attempts = attempts;
        }
    }

    BurstRounds(Server server, Figures figures, Options options) {
        this.server = server;
        this.store = new Store(server);
        this.figures = figures;
        this.options = options;
    }

    void run() throws IOException, InterruptedException, ExecutionException {
        store.define(POOL, DEFINITION);
        store.fill(POOL, PING_TO, 1, OTHERS);
        store.work(POOL, PING_TO, set);
        try (Holders holders = new Holders(server)) {
            Figures discarded = figures.another();
            for (int round = 1; round <= WARM_UP; round++) {
                round(holders, discarded);
            }
            for (int round = 1; round <= options.rounds(); round++) {
                System.err.println("Round " + round);
                round(holders, figures);
            }
        }
    }

    private void round(Holders holders, Figures to) throws IOException, InterruptedException, ExecutionException {
        for (Kind kind : Kind.values()) {
            String what = String.format(Locale.ROOT, "%,d %s: ", options.expiries(), kind.title);
            fill(kind);
            AtomicInteger next = new AtomicInteger();
            quiet(next, what, to);
            burst(kind, holders, next, what, to);
        }
    }

    private void fill(Kind kind) throws IOException {
        store.define(BURST, kind.definition);
        store.remove(BURST);
        store.fill(BURST, kind.pingTo, OTHERS + 1, OTHERS + options.expiries());
        store.ask(POOL);
    }

    /** The same calls while nothing runs out. */
    private void quiet(AtomicInteger next, String what, Figures to)
            throws IOException, InterruptedException, ExecutionException {
        try (Customers customers = new Customers(store)) {
            customers.begin(POOL, POOL, set, PINGS, next);
            Thread.sleep(TimeUnit.SECONDS.toMillis(options.seconds()));
            times(what + "before, ", customers.end(), to);
        }
    }

    private void burst(Kind kind, Holders holders, AtomicInteger next, String what, Figures to)
            throws IOException, InterruptedException, ExecutionException {
        long begin = store.prepare(at -> {
            store.expire(BURST, kind.attempts, at);
            holders.expect(set, PINGS, at, PINGS_A_SECOND);
            store.due(set, PINGS, at, PINGS_A_SECOND);
        });
        Thread.sleep(Math.max(0, begin - System.currentTimeMillis()));
        Duration before = server.processorTime();
        try (Customers customers = new Customers(store)) {
            customers.begin(BURST, POOL, set, PINGS, next);
            double seconds = (awaitEnded(begin) - begin) / MILLIS;
            times(what + "meanwhile, ", customers.end(), to);
            Duration used = server.processorTime().minus(before);
            Latencies lateness = holders.await();
            long ended = store.ended(BURST);
            if (ended != options.expiries()) {
                throw new IllegalStateException("Only " + ended + " have ended");
            }
            to.add(what + "ended/s", RenewalSide.PARLEY, ended / seconds);
            to.add(
                    what + "server's processor time for each, the calls included, ms",
                    RenewalSide.PARLEY,
                    used.toNanos() / NANOS_PER_MILLI / ended);
            Times.add(what + "lateness of pings that come due meanwhile, ", lateness, to);
        }
    }

    /** Waits until nothing is due any more that was due then; answers when that was. */
    private long awaitEnded(long begin) throws IOException, InterruptedException {
        long now = System.currentTimeMillis();
        while (store.next() <= begin) {
            if (now - begin > PATIENCE_MILLIS) {
                throw new IllegalStateException("Not all have ended after " + (now - begin) + " ms");
            }
            Thread.sleep(PAUSE_MILLIS);
            now = System.currentTimeMillis();
        }
        return System.currentTimeMillis();
    }

    private static void times(String what, Customers.Calls calls, Figures to) {
        Times.add(what + "asking for a grant, ", calls.ask(), to);
        Times.add(what + "confirming one, ", calls.confirm(), to);
    }
}
