package dev.parley.bench.renewal;

import dev.parley.bench.Latencies;
import dev.parley.bench.Server;
import dev.parley.bench.store.WorkingSet;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/**
 * Those who hold grants: they confirm whatever they are asked in a queue, at once. They receive and answer in
 * transactions, several pings in one if they are there already. What they are told otherwise they take and forget.
 */
final class Holders implements AutoCloseable {

    /** Where they are asked. */
    static final String QUEUE = "reply.alice.bench.pings";

    /** Where Parley hears what they say. */
    static final String RESOURCES = "parley.resources";

    private static final int SESSIONS = 4;
    private static final int BATCH = 50;
    private static final long PAUSE_MILLIS = 500;
    private static final long PATIENCE_SECONDS = 180;
    private static final long NANOS_PER_MICRO = TimeUnit.MICROSECONDS.toNanos(1);

    private final ActiveMQConnectionFactory factory;
    private final String password;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final List<Thread> threads = new ArrayList<>();
    private Map<String, Long> dueMicros = new HashMap<>();
    private Latencies lateness = new Latencies();
    private CountDownLatch missing = new CountDownLatch(0);

    Holders(Server server) {
        factory = new ActiveMQConnectionFactory("tcp://127.0.0.1:" + server.messagingPort());
        password = server.password();
        for (int i = 0; i < SESSIONS; i++) {
            Thread thread = new Thread(this::serve, "holder");
            // If it fails, pings are missing, and the run ends with that.
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
    }

    /**
     * Expects the pings of the first so many of a working set, the first of them at that time in milliseconds, and so
     * many a second, or all at once if that is 0.
     */
    synchronized void expect(WorkingSet set, int count, long at, int rate) {
        dueMicros = new HashMap<>();
        lateness = new Latencies();
        missing = new CountDownLatch(count);
        for (int number = 0; number < count; number++) {
            long after = rate == 0 ? 0 : TimeUnit.SECONDS.toMicros(number) / rate;
            dueMicros.put(set.id(number), TimeUnit.MILLISECONDS.toMicros(at) + after);
        }
    }

    /** Waits until all have come, and have been answered; answers how late they were. */
    Latencies await() throws InterruptedException {
        CountDownLatch all;
        synchronized (this) {
            all = missing;
        }
        if (!all.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException(all.getCount() + " pings are missing");
        }
        synchronized (this) {
            return lateness;
        }
    }

    private void serve() {
        try (JMSContext context = factory.createContext(Server.USER, password, JMSContext.SESSION_TRANSACTED);
                JMSConsumer pings = context.createConsumer(context.createQueue(QUEUE))) {
            Queue resources = context.createQueue(RESOURCES);
            JMSProducer answers = context.createProducer();
            answers.setJMSType("confirm");
            while (!closed.get()) {
                Message first = pings.receive(PAUSE_MILLIS);
                if (first != null) {
                    int expected = answer(first, pings, answers, resources);
                    context.commit();
                    answered(expected);
                }
            }
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Answers how many of them were expected. */
    private int answer(Message first, JMSConsumer pings, JMSProducer answers, Queue resources) throws JMSException {
        int expected = answer(first, answers, resources);
        for (int i = 1; i < BATCH; i++) {
            Message next = pings.receiveNoWait();
            if (next == null) {
                break;
            }
            expected += answer(next, answers, resources);
        }
        return expected;
    }

    /** Answers 1 if the ping was expected. */
    private int answer(Message ping, JMSProducer answers, Queue resources) throws JMSException {
        Instant now = Instant.now();
        if (!"ping".equals(ping.getJMSType())) {
            return 0;
        }
        answers.setJMSCorrelationID(ping.getJMSCorrelationID());
        answers.send(resources, "");
        return arrived(ping.getStringProperty("GrantId"), now) ? 1 : 0;
    }

    private synchronized boolean arrived(String grant, Instant now) {
        Long due = dueMicros.remove(grant);
        if (due == null) {
            return false;
        }
        lateness.add((ChronoUnit.MICROS.between(Instant.EPOCH, now) - due) * NANOS_PER_MICRO);
        return true;
    }

    private void answered(int count) {
        CountDownLatch all;
        synchronized (this) {
            all = missing;
        }
        for (int i = 0; i < count; i++) {
            all.countDown();
        }
    }

    @Override
    public void close() {
        closed.set(true);
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        factory.close();
    }
}
