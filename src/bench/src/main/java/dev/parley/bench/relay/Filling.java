package dev.parley.bench.relay;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Fills a mailbox with what clients send. */
final class Filling {

    private static final int CLIENTS = 4;
    private static final int BATCH = 10;
    private static final String BODY = "x".repeat(100);
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(4);

    private final Host host;
    private final String mailbox;

    Filling(Host host, String mailbox) {
        this.host = host;
        this.mailbox = mailbox;
    }

    /** Sends so many, a multiple of ten; answers false if it was given up after four minutes. */
    boolean send(int messages) throws InterruptedException {
        AtomicInteger left = new AtomicInteger(messages);
        long end = System.nanoTime() + PATIENCE_NANOS;
        try (Crew crew = new Crew(host)) {
            List<Future<Boolean>> running = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                running.add(crew.begin(client -> send(client, left, end)));
            }
            boolean all = true;
            for (Future<Boolean> each : running) {
                all &= each.get();
            }
            return all;
        } catch (ExecutionException e) {
            throw new IllegalStateException(host.side() + " did not take " + messages + " messages", e);
        }
    }

    private boolean send(Client client, AtomicInteger left, long end) throws IOException {
        while (left.getAndAdd(-BATCH) > 0) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            client.send(mailbox, BODY, BATCH);
        }
        return true;
    }
}
