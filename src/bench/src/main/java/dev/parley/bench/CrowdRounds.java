package dev.parley.bench;

import jakarta.jms.JMSException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** Very many instances of processes at once, Parley alone, each once: it is the same work over and over within it. */
final class CrowdRounds {

    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final double MILLIS = 1000;
    private static final double TAIL = 0.99;
    private static final int SILENT = 2_000;
    private static final Duration LEAST = Duration.ofMinutes(2);
    private static final long FOR_EACH_MILLIS = 4;
    private static final List<String> QUEUES =
            List.of("parley.requests", "parley.work", "parley.work.isolated", "parley.replies");

    private final Server server;
    private final Figures figures;
    private final Options options;

    CrowdRounds(Server server, Figures figures, Options options) {
        this.server = server;
        this.figures = figures;
        this.options = options;
    }

    static Figures figures() {
        return new Figures(List.of(Side.PARLEY));
    }

    void run() throws IOException, InterruptedException, ExecutionException, JMSException {
        server.start();
        cancelled();
        silent();
        asleep();
        server.close();
    }

    private void add(String figure, double value) {
        figures.add(figure, Side.PARLEY, value);
    }

    private static List<String> ids(int count) {
        return Stream.generate(() -> UUID.randomUUID().toString()).limit(count).toList();
    }

    /** Two steps of each are undone, while somebody else asks for something one by one. */
    private void cancelled() throws IOException, InterruptedException, ExecutionException, JMSException {
        new Entry(server)
                .put(
                        "processes/bench-crowd",
                        "{\"steps\":[{\"name\":\"first\",\"operation\":\"bench-first\"},"
                                + "{\"name\":\"second\",\"operation\":\"bench-second\"},{\"name\":\"sleep\",\"wait\":\"PT12H\"}]}");
        List<String> ids = ids(options.crowd());
        ExecutorService other = Executors.newSingleThreadExecutor();
        try (Crowd crowd = new Crowd(server);
                JmsRequester asking = new JmsRequester(Job.ECHO, Side.PARLEY, server)) {
            crowd.expect(ids.size());
            crowd.begin("bench-crowd", ids, Side.order(false));
            server.awaitDone(Side.PARLEY, QUEUES);
            Latencies before = asking.ask(TimeUnit.SECONDS.toNanos(2L * options.seconds()));
            AtomicBoolean over = new AtomicBoolean();
            Future<Latencies> meanwhile = other.submit(asked(asking, over));
            long begin = System.nanoTime();
            crowd.command(ids, "{\"command\":\"cancel\",\"reason\":\"too many\"}");
            crowd.awaitAnswers();
            double seconds = (System.nanoTime() - begin) / NANOS;
            over.set(true);
            add(ids.size() + " cancelled at once: undone/s", ids.size() / seconds);
            add("other requests one at a time, before: p99, ms", before.percentile(TAIL));
            add(
                    "other requests one at a time, meanwhile: p99, ms",
                    meanwhile.get().percentile(TAIL));
        } finally {
            other.shutdown();
        }
    }

    private static Callable<Latencies> asked(JmsRequester asking, AtomicBoolean over) {
        return () -> {
            Latencies all = new Latencies();
            while (!over.get()) {
                all.addAll(asking.ask(TimeUnit.SECONDS.toNanos(1)));
            }
            return all;
        };
    }

    /** Instances that wait for a provider who is never there, beside those whose provider answers. */
    private void silent() throws IOException, InterruptedException, JMSException {
        Entry entry = new Entry(server);
        entry.make();
        entry.put(
                "operations/bench-silent",
                "{\"provider\":{\"queue\":\"bench.silent\"},\"timeout\":\"PT5S\",\"retry\":{\"attempts\":100,\"backoff\":\"PT5S\","
                        + "\"multiplier\":1,\"maximum\":\"PT5S\"}}");
        entry.put(
                "processes/bench-unanswered",
                "{\"steps\":[{\"name\":\"ask\",\"operation\":\"bench-silent\",\"onUnknown\":\"stop\"}]}");
        Provider provider = new Provider(Side.PARLEY, server);
        try (Crowd crowd = new Crowd(server);
                Draining draining = new Draining(Job.SAGA_PROVIDED, Side.PARLEY, server)) {
            draining.drain(options.seconds());
            draining.drain(options.seconds());
            double before = draining.drain(options.seconds()).rate();
            List<String> ids = ids(SILENT);
            crowd.begin("bench-unanswered", ids, Side.order(false));
            server.awaitDone(Side.PARLEY, QUEUES);
            double beside = draining.drain(options.seconds()).rate();
            add("three steps at a provider, full queue: instances/s", before);
            add("the same beside " + SILENT + " that wait for a silent one: instances/s", beside);
            crowd.command(ids, "{\"command\":\"cancel\",\"reason\":\"measured\"}");
            server.awaitDone(Side.PARLEY, QUEUES);
        } finally {
            provider.close();
        }
    }

    /** Instances that wait for the same moment, through a restart of the server. */
    private void asleep() throws IOException, InterruptedException, JMSException {
        new Entry(server)
                .put(
                        "processes/bench-asleep",
                        "{\"deadline\":\"P1D\",\"steps\":[{\"name\":\"sleep\",\"wait\":{\"$\":\"/request/until\"}}]}");
        double none = server.restart().toMillis() / MILLIS;
        List<String> ids = ids(options.asleep());
        Instant until = Instant.now()
                .plus(LEAST)
                .plusMillis(FOR_EACH_MILLIS * ids.size())
                .truncatedTo(ChronoUnit.SECONDS);
        long heap = server.management().heap();
        try (Crowd crowd = new Crowd(server)) {
            crowd.begin("bench-asleep", ids, "{\"until\":\"" + until + "\"}");
            server.awaitDone(Side.PARLEY, QUEUES);
        }
        add(
                ids.size() + " asleep: heap of each, bytes",
                (double) (server.management().heap() - heap) / ids.size());
        double all = server.restart().toMillis() / MILLIS;
        add("start-up with none asleep, s", none);
        add("start-up with " + ids.size() + " asleep, s", all);
        try (Crowd crowd = new Crowd(server)) {
            crowd.expect(ids.size());
            long wait = Duration.between(Instant.now(), until).toMillis();
            if (wait < 0) {
                throw new IllegalStateException("They were woken " + -wait + " ms before all slept: try fewer");
            }
            Thread.sleep(wait);
            long begin = System.nanoTime();
            crowd.awaitAnswers();
            add(ids.size() + " due at once: woken/s", ids.size() / ((System.nanoTime() - begin) / NANOS));
        }
    }
}
