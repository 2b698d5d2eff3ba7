package dev.parley.bench;

import jakarta.jms.JMSException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** Both sides in turns, on one server or on one for each; who begins changes from round to round. */
final class Rounds {

    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final double NANOS_PER_MILLI = TimeUnit.MILLISECONDS.toNanos(1);
    private static final int WARM_UP = 2;
    private static final double MEDIAN = 0.5;
    private static final double TAIL = 0.99;
    private static final List<Job> PROCESSES = List.of(Job.SAGA, Job.SAGA_UNDONE, Job.SAGA_PROVIDED);
    private static final List<Integer> CONNECTIONS = List.of(1, 32, 256);

    private final Map<Side, Server> servers;
    private final Figures figures;
    private final Options options;
    private final List<Provider> providers = new ArrayList<>();
    private final Map<Job, Map<Side, Draining>> drainings = new EnumMap<>(Job.class);

    Rounds(Map<Side, Server> servers, Figures figures, Options options) {
        this.servers = new EnumMap<>(servers);
        this.figures = figures;
        this.options = options;
    }

    void run() throws IOException, InterruptedException, JMSException, ExecutionException {
        List<Job> jobs = jobs();
        if (jobs.isEmpty()) {
            return;
        }
        Set<Server> all = new LinkedHashSet<>(servers.values());
        for (Server server : all) {
            server.start();
        }
        try {
            measure(jobs, all);
        } finally {
            providers.forEach(Provider::close);
        }
        all.forEach(Server::close);
    }

    private void measure(List<Job> jobs, Set<Server> all)
            throws IOException, InterruptedException, JMSException, ExecutionException {
        for (Job job : jobs) {
            open(job, all);
        }
        System.err.println("Warm-up");
        Figures discarded = figures.another();
        for (Job job : jobs) {
            for (Side side : servers.keySet()) {
                draining(job, side).drain(options.seconds());
            }
        }
        for (int round = 1; round <= WARM_UP; round++) {
            round(round, discarded);
        }
        for (int round = 1; round <= options.rounds(); round++) {
            System.err.println("Round " + round);
            round(round, figures);
        }
        if (options.wants(Options.PROFILE)) {
            Job last = jobs.get(jobs.size() - 1);
            new Profile(server(Side.PARLEY)).record(draining(last, Side.PARLEY), options.seconds());
        }
        drainings.values().forEach(sides -> sides.values().forEach(Draining::close));
    }

    private List<Job> jobs() {
        List<Job> jobs = new ArrayList<>();
        boolean provided = options.wants(Options.PROVIDER);
        if (options.wants(Options.JMS)
                || options.wants(Options.LATENCY)
                || options.wants(Options.HTTP)
                || (options.wants(Options.PROFILE) && !provided && !options.wants(Options.PROCESS))) {
            jobs.add(Job.ECHO);
        }
        if (provided) {
            jobs.add(Job.PROVIDED);
        }
        if (options.wants(Options.PROCESS)) {
            jobs.addAll(PROCESSES);
        }
        return jobs;
    }

    private void open(Job job, Set<Server> all) throws IOException, InterruptedException {
        if ((job == Job.PROVIDED || job == Job.SAGA_PROVIDED) && providers.isEmpty()) {
            for (Server server : all) {
                new Entry(server).make();
            }
            servers.forEach((side, server) -> providers.add(new Provider(side, server)));
        }
        Map<Side, Draining> sides = new EnumMap<>(Side.class);
        servers.forEach((side, server) -> sides.put(side, new Draining(job, side, server)));
        drainings.put(job, sides);
    }

    private Server server(Side side) {
        return Objects.requireNonNull(servers.get(side));
    }

    private void round(int round, Figures to)
            throws IOException, InterruptedException, JMSException, ExecutionException {
        List<Side> turns = new ArrayList<>(servers.keySet());
        if (round % 2 != 0) {
            Collections.reverse(turns);
        }
        if (options.wants(Options.JMS)) {
            for (Side side : turns) {
                fullQueue(Job.ECHO, side, to);
            }
        }
        if (options.wants(Options.LATENCY)) {
            for (Side side : turns) {
                oneAtATime(Job.ECHO, side, to);
            }
        }
        if (options.wants(Options.HTTP)) {
            for (int connections : CONNECTIONS) {
                for (Side side : turns) {
                    http(side, connections, to);
                }
            }
        }
        if (options.wants(Options.PROVIDER)) {
            for (Side side : turns) {
                fullQueue(Job.PROVIDED, side, to);
            }
            for (Side side : turns) {
                oneAtATime(Job.PROVIDED, side, to);
            }
        }
        if (options.wants(Options.PROCESS)) {
            processes(turns, to);
        }
    }

    private void processes(List<Side> turns, Figures to) throws JMSException, InterruptedException {
        for (Job job : PROCESSES) {
            for (Side side : turns) {
                fullQueue(job, side, to);
            }
        }
        for (Side side : turns) {
            oneAtATime(Job.SAGA, side, to);
        }
    }

    private Draining draining(Job job, Side side) {
        Draining draining = drainings.getOrDefault(job, Map.of()).get(side);
        if (draining == null) {
            throw new IllegalStateException("Nothing is open for " + job + " of " + side);
        }
        return draining;
    }

    private void fullQueue(Job job, Side side, Figures to) throws JMSException, InterruptedException {
        Draining.Result result = draining(job, side).drain(options.seconds());
        String what = job.title() + ", full queue: ";
        to.add(what + job.unit() + "s/s", side, result.rate());
        to.add(what + "server's processor time per " + job.unit() + ", ms", side, result.processorMillis());
    }

    private void oneAtATime(Job job, Side side, Figures to) throws JMSException {
        Latencies latencies = draining(job, side).requester().ask(TimeUnit.SECONDS.toNanos(options.seconds()));
        String what = job.title() + ", one at a time: ";
        to.add(what + "p50, ms", side, latencies.percentile(MEDIAN));
        to.add(what + "p99, ms", side, latencies.percentile(TAIL));
    }

    private void http(Side side, int connections, Figures to) throws InterruptedException, ExecutionException {
        Server server = server(side);
        Duration before = server.processorTime();
        long begin = System.nanoTime();
        Latencies latencies = new HttpLoad(side, server).run(connections, TimeUnit.SECONDS.toNanos(options.seconds()));
        long acknowledged = System.nanoTime();
        server.awaitDone(side, Job.ECHO.queues(side));
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
