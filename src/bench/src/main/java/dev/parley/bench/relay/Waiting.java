package dev.parley.bench.relay;

import dev.parley.bench.Latencies;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Partners that wait for messages, each with a long poll, which is repeated whenever it was answered. */
final class Waiting implements AutoCloseable {

    private static final String BODY = "x".repeat(100);
    private static final String END = "the end";
    private static final int BATCH = 10;
    /** The most that SQS takes. */
    private static final int POLL_SECONDS = 20;

    private static final long PATIENCE_SECONDS = 30;
    private static final long PAUSE_MILLIS = 20;
    private static final long FIRST_PAUSE_MILLIS = 3_000;

    private final Host host;
    private final List<String> mailboxes;
    private final int partners;
    private final Crew crew;
    private final List<Future<Boolean>> running = new ArrayList<>();
    private final BlockingQueue<Long> arrivals = new LinkedBlockingQueue<>();

    /**
     * Lets them wait.
     *
     * @param mailboxes where; the same number of partners at each
     * @param partners how many they are
     */
    Waiting(Host host, List<String> mailboxes, int partners) throws InterruptedException {
        this.host = host;
        this.mailboxes = mailboxes;
        this.partners = partners;
        this.crew = new Crew(host);
        for (int i = 0; i < partners; i++) {
            String mailbox = mailboxes.get(i % mailboxes.size());
            running.add(crew.begin(client -> wait(client, mailbox)));
        }
        Thread.sleep(FIRST_PAUSE_MILLIS);
    }

    private boolean wait(Client client, String mailbox) throws IOException {
        while (true) {
            Client.Received received = client.receive(mailbox, 1, POLL_SECONDS);
            long now = System.nanoTime();
            if (received.locks().isEmpty()) {
                continue;
            }
            client.acknowledge(mailbox, received.locks());
            arrivals.add(now);
            if (received.text().contains(END)) {
                return true;
            }
        }
    }

    /**
     * For so long, one message after the other, to each mailbox in turn: from before it is sent until a partner has it.
     */
    Latencies measure(long nanos) throws IOException, InterruptedException, ExecutionException {
        Latencies latencies = new Latencies();
        long begin = System.nanoTime();
        try (Client sender = host.connect()) {
            for (int i = 0; System.nanoTime() - begin < nanos; i++) {
                // The partner that has just received must wait again, or it is no long poll that is measured.
                Thread.sleep(PAUSE_MILLIS);
                long sent = System.nanoTime();
                sender.send(mailboxes.get(i % mailboxes.size()), BODY, 1);
                latencies.add(arrival() - sent);
            }
        }
        return latencies;
    }

    private long arrival() throws InterruptedException, ExecutionException {
        Long arrival = arrivals.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (arrival == null) {
            for (Future<Boolean> each : running) {
                if (each.isDone()) {
                    each.get();
                }
            }
            throw new IllegalStateException(host.side() + " let a partner wait for ever");
        }
        return arrival;
    }

    /** Sends each partner home with a last message: a poll whose partner is gone could take the messages of others. */
    void end() throws IOException, InterruptedException, ExecutionException {
        int each = partners / mailboxes.size();
        try (Client sender = host.connect()) {
            for (String mailbox : mailboxes) {
                for (int left = each; left > 0; left -= BATCH) {
                    sender.send(mailbox, END, Math.min(left, BATCH));
                }
            }
        }
        for (int i = 0; i < partners; i++) {
            arrival();
        }
    }

    @Override
    public void close() {
        crew.close();
    }
}
