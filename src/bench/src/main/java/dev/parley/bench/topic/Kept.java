package dev.parley.bench.topic;

import dev.parley.bench.Figures;
import dev.parley.bench.HttpConnection;
import dev.parley.bench.Latencies;
import dev.parley.bench.Server;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/**
 * A topic that keeps a million events, among 1,000 subscriptions: ten that are there get what is published, alone and
 * while another one begins at the beginning.
 */
final class Kept implements AutoCloseable {

    private static final String TOPIC = "bench-kept";
    private static final String IDLE = "bench-idle";
    private static final String LATE = "reply.alice.late";
    private static final String QUEUES = "reply.alice.kept-";
    private static final int EVENTS = 1_000_000;
    private static final int AT_ONCE = 50_000;
    private static final int SUBSCRIBERS = 10;
    private static final int OTHERS = 989;
    private static final int PER_SECOND = 50;
    private static final double MEDIAN = 0.5;
    private static final double TAIL = 0.99;
    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Server server;
    private final HttpConnection alice;
    private final int seconds;

    Kept(Server server, int seconds) {
        this.server = server;
        this.seconds = seconds;
        String headers = "Authorization: " + server.basic() + "\r\nContent-Type: application/json\r\n";
        alice = new HttpConnection(server.httpPort(), headers);
    }

    /** Makes the topics, the subscriptions and the events. */
    void fill() throws IOException {
        call("PUT", "/parley/v1/topics/" + TOPIC, "{\"publishers\":[\"*\"]}");
        call("PUT", "/parley/v1/topics/" + IDLE, "{\"maxSubscriptions\":" + OTHERS + "}");
        for (int i = 0; i < OTHERS; i++) {
            call("PUT", subscription(IDLE, "s" + i), "{\"to\":\"queue:reply.alice.idle\"}");
        }
        System.err.println("  filling " + EVENTS + " events");
        for (int first = 1; first <= EVENTS; first += AT_ONCE) {
            String numbers = "&first=" + first + "&last=" + (first + AT_ONCE - 1);
            call("POST", "/byhand/events?topic=" + TOPIC + numbers, "");
        }
        for (int i = 0; i < SUBSCRIBERS; i++) {
            call("PUT", subscription(TOPIC, "s" + i), "{\"to\":\"queue:" + QUEUES + i + "\"}");
        }
    }

    private static String subscription(String topic, String name) {
        return "/parley/v1/topics/" + topic + "/subscriptions/" + name;
    }

    private void call(String method, String path, String body) throws IOException {
        HttpConnection.Answer answer = alice.call(method, path, "", body);
        if (answer.status() >= 300) {
            throw new IllegalStateException(path + ": " + answer.status() + " " + answer.body());
        }
    }

    /** Measures both, one after the other. */
    void run(Figures to) throws IOException, InterruptedException, JMSException {
        try (Steady steady = new Steady(server, TOPIC, QUEUES, SUBSCRIBERS)) {
            add(to, "alone", steady.run(PER_SECOND, seconds));
            LongAdder late = new LongAdder();
            try (ActiveMQConnectionFactory factory =
                            new ActiveMQConnectionFactory("tcp://127.0.0.1:" + server.messagingPort());
                    JMSContext context =
                            factory.createContext(Server.USER, server.password(), JMSContext.DUPS_OK_ACKNOWLEDGE)) {
                context.createConsumer(context.createQueue(LATE)).setMessageListener(message -> late.increment());
                long begin = System.nanoTime();
                call("PUT", subscription(TOPIC, "late"), "{\"to\":\"queue:" + LATE + "\",\"from\":\"beginning\"}");
                Latencies beside = steady.run(PER_SECOND, seconds);
                double events = late.sum() / ((System.nanoTime() - begin) / NANOS);
                call("DELETE", subscription(TOPIC, "late"), "");
                drained(late);
                add(to, "beside one from the beginning", beside);
                to.add("A million events kept: that one gets, events/s", TopicSide.PARLEY, events);
            }
        }
    }

    /** What is left in its queue is none of the next turn. */
    private static void drained(LongAdder received) throws InterruptedException {
        long before = -1;
        while (received.sum() > before) {
            before = received.sum();
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }

    private static void add(Figures to, String how, Latencies latencies) {
        String figure = "A million events kept, " + PER_SECOND + "/s to ten queues, " + how + ": ";
        to.add(figure + "p50, ms", TopicSide.PARLEY, latencies.percentile(MEDIAN));
        to.add(figure + "p99, ms", TopicSide.PARLEY, latencies.percentile(TAIL));
    }

    @Override
    public void close() throws IOException {
        alice.close();
    }
}
