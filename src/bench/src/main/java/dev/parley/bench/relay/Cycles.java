package dev.parley.bench.relay;

import dev.parley.bench.Latencies;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Clients that send, receive and acknowledge at one mailbox, each in its turn. As much is taken out as was put in, so
 * that none finds it empty.
 */
final class Cycles {

    private static final int CLIENTS = 8;
    private static final String BODY = "x".repeat(100);
    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final double NANOS_PER_MILLI = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final Host host;
    private final String mailbox;
    private final int batch;
    private final Way way;

    /** How what was received is acknowledged. */
    enum Way {
        /** By a call of its own. */
        ALONE,
        /** With the next reception, where there is such a call: the last one by a call of its own. */
        WITH_NEXT
    }

    /**
     * What a turn showed.
     *
     * @param rate messages a second that were sent, received and acknowledged
     * @param processorMillis processor time of the server for each
     * @param calls how long its calls took
     */
    record Result(double rate, double processorMillis, Calls calls) {}

    /**
     * How long each call took.
     *
     * @param receive until there were messages, if the first answer had none
     */
    record Calls(Latencies send, Latencies receive, Latencies acknowledge) {

        Calls() {
            this(new Latencies(), new Latencies(), new Latencies());
        }

        void addAll(Calls others) {
            send.addAll(others.send);
            receive.addAll(others.receive);
            acknowledge.addAll(others.acknowledge);
        }
    }

    /** @param batch how many messages a call holds */
    Cycles(Host host, String mailbox, int batch) {
        this(host, mailbox, batch, Way.ALONE);
    }

    Cycles(Host host, String mailbox, int batch, Way way) {
        this.host = host;
        this.mailbox = mailbox;
        this.batch = batch;
        this.way = way;
    }

    /** Lets them work for so long, and until what they sent is acknowledged. */
    Result run(long nanos) throws InterruptedException, ExecutionException {
        Duration before = host.processorTime();
        Calls all = new Calls();
        long begin = System.nanoTime();
        try (Crew crew = new Crew(host)) {
            List<Future<Calls>> running = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                running.add(crew.begin(client -> work(client, begin + nanos)));
            }
            for (Future<Calls> each : running) {
                all.addAll(each.get());
            }
        }
        long took = System.nanoTime() - begin;
        Duration used = host.processorTime().minus(before);
        double messages = (double) all.send().count() * batch;
        return new Result(messages / (took / NANOS), used.toNanos() / NANOS_PER_MILLI / messages, all);
    }

    private Calls work(Client client, long end) throws IOException {
        Calls calls = new Calls();
        List<String> held = List.of();
        while (System.nanoTime() - end < 0) {
            long begin = System.nanoTime();
            client.send(mailbox, BODY, batch);
            calls.send().add(System.nanoTime() - begin);
            for (int left = batch; left > 0; left -= held.size()) {
                held = way == Way.ALONE ? take(client, left, calls) : takeAfter(held, client, left, calls);
            }
        }
        if (way == Way.WITH_NEXT) {
            client.acknowledge(mailbox, held);
        }
        return calls;
    }

    private List<String> take(Client client, int max, Calls calls) throws IOException {
        long begin = System.nanoTime();
        List<String> locks = receive(client, max, begin);
        long received = System.nanoTime();
        calls.receive().add(received - begin);
        client.acknowledge(mailbox, locks);
        calls.acknowledge().add(System.nanoTime() - received);
        return locks;
    }

    private List<String> takeAfter(List<String> done, Client client, int max, Calls calls) throws IOException {
        long begin = System.nanoTime();
        List<String> locks = client.acknowledgeAndReceive(mailbox, done, max).locks();
        if (locks.isEmpty()) {
            locks = receive(client, max, begin);
        }
        calls.receive().add(System.nanoTime() - begin);
        return locks;
    }

    private List<String> receive(Client client, int max, long begin) throws IOException {
        List<String> locks = client.receive(mailbox, max, 0).locks();
        while (locks.isEmpty()) {
            if (System.nanoTime() - begin > PATIENCE_NANOS) {
                throw new IllegalStateException(host.side() + " has lost messages");
            }
            locks = client.receive(mailbox, max, 0).locks();
        }
        return locks;
    }
}
