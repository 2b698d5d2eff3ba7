package dev.parley.bench.topic;

import dev.parley.bench.Figures;
import dev.parley.bench.HttpConnection;
import dev.parley.bench.Latencies;
import dev.parley.bench.Options;
import dev.parley.bench.Server;
import jakarta.jms.JMSException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * One event to ten queues by each side in turns; gatherings, and a topic that keeps a million events, by Parley alone.
 */
public final class TopicRounds {

    private static final int WARM_UP = 2;
    private static final int SUBSCRIBERS = 10;
    private static final int OFFERS = 5;
    private static final int FIRST = 200;
    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final double NANOS_PER_MILLI = TimeUnit.MILLISECONDS.toNanos(1);
    private static final double MEDIAN = 0.5;
    private static final double TAIL = 0.99;

    private final Server server;
    private final Figures figures;
    private final Options options;
    private final Map<TopicSide, Double> rates = new EnumMap<>(TopicSide.class);

    /** Measures on this server, which is started and stopped for it. */
    public TopicRounds(Server server, Figures figures, Options options) {
        this.server = server;
        this.figures = figures;
        this.options = options;
    }

    /** Nothing yet, with a column for each side. */
    public static Figures figures() {
        return new Figures(List.of(TopicSide.values()));
    }

    /** Measures what is wanted, if anything is. */
    public void run() throws IOException, InterruptedException, ExecutionException, JMSException {
        if (!options.wants(Options.TOPIC)) {
            return;
        }
        server.start();
        define();
        Endings.define(server);
        List<TopicSide> sides = new ArrayList<>(List.of(TopicSide.values()));
        for (int round = 1; round <= WARM_UP + options.rounds(); round++) {
            Figures to = round <= WARM_UP ? figures.another() : figures;
            System.err.println("Round " + round);
            Collections.rotate(sides, 1);
            for (TopicSide side : sides) {
                fanOut(side, to);
            }
            gather(to);
            endings(to);
        }
        kept();
        server.close();
    }

    private void kept() throws IOException, InterruptedException, JMSException {
        try (Kept kept = new Kept(server, options.seconds())) {
            kept.fill();
            for (int round = 1; round <= WARM_UP + options.rounds(); round++) {
                System.err.println("Round " + round + ", with a million events");
                kept.run(round <= WARM_UP ? figures.another() : figures);
            }
        }
    }

    private void define() throws IOException {
        String headers = "Authorization: " + server.basic() + "\r\nContent-Type: application/json\r\n";
        try (HttpConnection alice = new HttpConnection(server.httpPort(), headers)) {
            put(alice, "topics/" + FanOut.TOPIC, "{\"publishers\":[\"*\"]}");
            for (int i = 0; i < SUBSCRIBERS; i++) {
                String to = "{\"to\":\"queue:" + TopicSide.PARLEY.subscriber(i) + "\"}";
                put(alice, "topics/" + FanOut.TOPIC + "/subscriptions/s" + i, to);
            }
            put(alice, "topics/bench-offers", "{}");
            for (int i = 0; i < OFFERS; i++) {
                put(alice, "topics/bench-offers/subscriptions/s" + i, "{\"to\":\"operation:bench-echo\"}");
            }
        }
    }

    private static void put(HttpConnection alice, String path, String body) throws IOException {
        HttpConnection.Answer answer = alice.call("PUT", "/parley/v1/" + path, "", body);
        if (answer.status() >= 300) {
            throw new IllegalStateException(path + ": " + answer.status() + " " + answer.body());
        }
    }

    private void fanOut(TopicSide side, Figures to) throws InterruptedException, JMSException {
        try (FanOut fanOut = new FanOut(side, SUBSCRIBERS, server)) {
            double known = rates.getOrDefault(side, 0.0);
            int count = known == 0 ? FIRST : Math.max(1, (int) (known * options.seconds() / SUBSCRIBERS));
            Duration before = server.processorTime();
            double seconds = fanOut.publish(count) / NANOS;
            Duration used = server.processorTime().minus(before);
            int deliveries = count * SUBSCRIBERS;
            rates.put(side, deliveries / seconds);
            to.add("One event to ten queues: deliveries/s", side, deliveries / seconds);
            to.add(
                    "One event to ten queues: server's processor time per delivery, ms",
                    side,
                    used.toNanos() / NANOS_PER_MILLI / deliveries);
        }
    }

    private void gather(Figures to) throws InterruptedException, ExecutionException {
        long begin = System.nanoTime();
        Gathers gathers = new Gathers(server);
        Latencies latencies = gathers.run(TimeUnit.SECONDS.toNanos(options.seconds()));
        double seconds = (System.nanoTime() - begin) / NANOS;
        to.add("Gathering of five, quorum three: gatherings/s", TopicSide.PARLEY, latencies.count() / seconds);
        to.add("Gathering of five, quorum three: p50, ms", TopicSide.PARLEY, latencies.percentile(MEDIAN));
        to.add("Gathering of five, quorum three: p99, ms", TopicSide.PARLEY, latencies.percentile(TAIL));
    }

    private void endings(Figures to) throws JMSException {
        try (Endings endings = new Endings(server)) {
            Latencies latencies = endings.run(TimeUnit.SECONDS.toNanos(options.seconds()));
            String what = "Gathering of five providers outside: the end is there after the third reply, ";
            to.add(what + "p50, ms", TopicSide.PARLEY, latencies.percentile(MEDIAN));
            to.add(what + "p99, ms", TopicSide.PARLEY, latencies.percentile(TAIL));
        }
    }
}
