package dev.parley.bench;

import jakarta.jms.JMSException;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** Both sides in turns, on one server; who begins changes from round to round. */
final class Rounds {

    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final double NANOS_PER_MILLI = TimeUnit.MILLISECONDS.toNanos(1);
    private static final int WARM_UP = 2;
    private static final double MEDIAN = 0.5;
    private static final double TAIL = 0.99;
    private static final List<Integer> CONNECTIONS = List.of(1, 32, 256);

    private final Server server;
    private final Figures figures;
    private final Options options;
    private final Map<Side, Draining> drainings = new EnumMap<>(Side.class);

    Rounds(Server server, Figures figures, Options options) {
        this.server = server;
        this.figures = figures;
        this.options = options;
    }

    void run() throws IOException, InterruptedException, JMSException, ExecutionException {
        boolean any = options.scenarios().stream()
                .anyMatch(List.of(Options.JMS, Options.LATENCY, Options.HTTP, Options.PROFILE)::contains);
        if (!any) {
            return;
        }
        server.start();
        for (Side side : Side.values()) {
            drainings.put(side, new Draining(side, server));
        }
        System.err.println("Warm-up");
        Figures discarded = new Figures("Parley", "by hand");
        for (Draining draining : drainings.values()) {
            draining.drain(options.seconds());
        }
        for (int round = 1; round <= WARM_UP; round++) {
            round(round, discarded);
        }
        for (int round = 1; round <= options.rounds(); round++) {
            System.err.println("Round " + round);
            round(round, figures);
        }
        if (options.wants(Options.PROFILE)) {
            new Profile(server).record(draining(Side.PARLEY), options.seconds());
        }
        drainings.values().forEach(Draining::close);
        server.close();
    }

    private void round(int round, Figures to)
            throws IOException, InterruptedException, JMSException, ExecutionException {
        List<Side> turns = round % 2 == 0 ? List.of(Side.PARLEY, Side.BY_HAND) : List.of(Side.BY_HAND, Side.PARLEY);
        if (options.wants(Options.JMS)) {
            for (Side side : turns) {
                Draining.Result result = draining(side).drain(options.seconds());
                to.add("JMS in-out, full queue: messages/s", side, result.rate());
                to.add(
                        "JMS in-out, full queue: server's processor time per message, ms",
                        side,
                        result.processorMillis());
            }
        }
        if (options.wants(Options.LATENCY)) {
            for (Side side : turns) {
                Latencies latencies = draining(side).requester().ask(TimeUnit.SECONDS.toNanos(options.seconds()));
                to.add("JMS in-out, one at a time: p50, ms", side, latencies.percentile(MEDIAN));
                to.add("JMS in-out, one at a time: p99, ms", side, latencies.percentile(TAIL));
            }
        }
        if (options.wants(Options.HTTP)) {
            for (int connections : CONNECTIONS) {
                for (Side side : turns) {
                    http(side, connections, to);
                }
            }
        }
    }

    private Draining draining(Side side) {
        Draining draining = drainings.get(side);
        if (draining == null) {
            throw new IllegalStateException("Nothing is open for " + side);
        }
        return draining;
    }

    private void http(Side side, int connections, Figures to) throws InterruptedException, ExecutionException {
        Duration before = server.processorTime();
        long begin = System.nanoTime();
        Latencies latencies = new HttpLoad(side, server).run(connections, TimeUnit.SECONDS.toNanos(options.seconds()));
        long acknowledged = System.nanoTime();
        server.awaitDone(side);
        long done = System.nanoTime();
        String what = "HTTP acknowledgment, " + connections + (connections == 1 ? " connection: " : " connections: ");
        to.add(what + "requests/s", side, latencies.count() / ((acknowledged - begin) / NANOS));
        to.add(what + "p50, ms", side, latencies.percentile(MEDIAN));
        to.add(what + "p99, ms", side, latencies.percentile(TAIL));
        to.add(what + "acknowledged and done/s", side, latencies.count() / ((done - begin) / NANOS));
        Duration used = server.processorTime().minus(before);
        to.add(
                what + "server's processor time per request, ms",
                side,
                used.toNanos() / NANOS_PER_MILLI / latencies.count());
    }
}
