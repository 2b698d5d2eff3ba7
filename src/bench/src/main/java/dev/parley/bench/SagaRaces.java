package dev.parley.bench;

import jakarta.jms.JMSException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Sagas of three steps with a row each, in turns: Parley on a full queue, the others with as many clients as they are
 * quickest with or nearly so; and one at a time. All rows are in one PostgreSQL; the coordinator of Narayana keeps what
 * it knows in files.
 */
final class SagaRaces {

    /** A server as large as WildFly is compiled after half a minute at the earliest. */
    private static final int WARM_UP = 5;

    private static final int CLIENTS = 16;
    private static final double MEDIAN = 0.5;
    private static final double NANOS_PER_MILLI = TimeUnit.MILLISECONDS.toNanos(1);
    private static final String WHAT = "Sagas of three steps, ";

    private final Server server;
    private final Server coordinator;
    private final Figures figures;
    private final Options options;

    SagaRaces(Server server, Server coordinator, Figures figures, Options options) {
        this.server = server;
        this.coordinator = coordinator;
        this.figures = figures;
        this.options = options;
    }

    static Figures figures() {
        return new Figures(List.of(SagaSide.values()));
    }

    /** @param others makes an empty database for the others */
    void run(Supplier<Map<String, String>> others) throws IOException, InterruptedException, JMSException {
        if (!options.postgresql()) {
            throw new IllegalStateException(Options.PROCESS_RACE + " goes with --postgresql: DBOS stores nowhere else");
        }
        server.start();
        coordinator.start(false);
        String database = PostgreSql.url(others.get());
        String actions = "http://127.0.0.1:" + coordinator.httpPort() + "/lra-coordinator/lra-coordinator";
        String jars = System.getProperty("bench.dbos", "") + "/*";
        try (Racer dbos = new Racer("dbos", jars, System.getProperty("bench.dbos.source", ""), database);
                Racer lra =
                        new Racer("lra-clients", jars, System.getProperty("bench.lra.source", ""), database, actions);
                Draining parley = new Draining(Job.SAGA, Side.PARLEY, server)) {
            parley.drain(options.seconds());
            Figures discarded = figures.another();
            for (int round = 1; round <= WARM_UP + options.rounds(); round++) {
                System.err.println("Round " + (round - WARM_UP));
                List<SagaSide> turns = new ArrayList<>(List.of(SagaSide.values()));
                if (round % 2 == 0) {
                    Collections.reverse(turns);
                }
                Figures to = round > WARM_UP ? figures : discarded;
                for (SagaSide side : turns) {
                    switch (side) {
                        case PARLEY -> parley(parley, to);
                        case DBOS -> others(side, dbos, to);
                        case LRA -> others(side, lra, to);
                    }
                }
            }
        }
        coordinator.close();
        server.close();
    }

    private void parley(Draining draining, Figures to) throws JMSException, InterruptedException {
        Draining.Result full = draining.drain(options.seconds());
        to.add(WHAT + "full queue, or " + CLIENTS + " clients: sagas/s", SagaSide.PARLEY, full.rate());
        to.add(WHAT + "processor time of each, ms", SagaSide.PARLEY, full.processorMillis());
        Latencies alone = draining.requester().ask(TimeUnit.SECONDS.toNanos(options.seconds()));
        to.add(WHAT + "one at a time: p50, ms", SagaSide.PARLEY, alone.percentile(MEDIAN));
    }

    private void others(SagaSide side, Racer racer, Figures to) throws IOException {
        Duration before = used(side, racer);
        Racer.Result many = racer.race(CLIENTS, options.seconds());
        double millis = used(side, racer).minus(before).toNanos() / NANOS_PER_MILLI;
        to.add(WHAT + "full queue, or " + CLIENTS + " clients: sagas/s", side, many.rate());
        to.add(WHAT + "processor time of each, ms", side, millis / (many.rate() * options.seconds()));
        to.add(
                WHAT + "one at a time: p50, ms",
                side,
                racer.race(1, options.seconds()).median());
    }

    /** That of the clients counts as well: where the steps are done there, they are a part of it. */
    private Duration used(SagaSide side, Racer racer) {
        Duration clients = racer.processorTime();
        return side == SagaSide.LRA ? clients.plus(coordinator.processorTime()) : clients;
    }
}
