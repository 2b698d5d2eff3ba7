package dev.parley.it.process;

import static dev.parley.it.client.Samples.fresh;

import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.Json;
import dev.parley.it.client.Samples;
import dev.parley.it.load.Load;
import dev.parley.it.server.ParleyServer;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Customers who ask for a process without a pause, some with a card that is declined, and some of whom think better of
 * it; each asks again with the same key until that was accepted.
 */
public final class Customers implements AutoCloseable {

    private static final int CUSTOMERS = 8;
    private static final int ONE_IN = 4;
    private static final Duration A_MOMENT = Duration.ofMillis(200);

    private final List<ParleyServer> servers;
    private final String process;
    private final Queue<String> accepted = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean enough = new AtomicBoolean();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Future<?>> customers = new ArrayList<>();

    /** Customers of a process at those servers; who gets no answer at one asks at the next. */
    public Customers(List<ParleyServer> servers, String process) {
        this.servers = servers;
        this.process = process;
    }

    /** Lets them ask. */
    public void begin() {
        for (int i = 0; i < CUSTOMERS; i++) {
            int number = i;
            customers.add(threads.submit(() -> run(number)));
        }
    }

    /** Lets each have its last request accepted. */
    public void end() throws InterruptedException, ExecutionException {
        enough.set(true);
        for (Future<?> customer : customers) {
            customer.get();
        }
    }

    /** The ids of the instances that they were promised. */
    public List<String> accepted() {
        return List.copyOf(accepted);
    }

    /** Each begins with another kind of request: however few there are, there are all kinds. */
    private void run(int number) {
        List<HttpParticipant> alice = servers.stream()
                .map(server -> new HttpParticipant(server, server.alice()))
                .toList();
        for (int i = number; !enough.get(); i++) {
            String card = i % 2 == 0 ? Samples.goodCard() : Samples.declinedCard();
            String instance = ask(alice, i, Json.object("card", card));
            if (i % ONE_IN == 0) {
                cancel(alice.get(i % alice.size()), instance);
            }
        }
    }

    private String ask(List<HttpParticipant> alice, int first, String request) {
        String key = fresh("customer");
        for (int at = first; ; at++) {
            try {
                HttpAnswer answer = alice.get(at % alice.size())
                        .operation(process)
                        .body(request)
                        .key(key)
                        .prefer("wait=1")
                        .send();
                if (answer.status() == 202) {
                    accepted.add(answer.conversationId());
                    return answer.conversationId();
                }
            } catch (RuntimeException e) {
                // The server is down, or went down: that is what this is about.
            }
            Load.goOn(A_MOMENT);
        }
    }

    /** It may be too late for that, or the server down. */
    private static void cancel(HttpParticipant alice, String instance) {
        try {
            alice.call(URI.create(alice.conversationAt(instance) + "/cancel"))
                    .post()
                    .send();
        } catch (RuntimeException e) {
            // Then not.
        }
    }

    @Override
    public void close() {
        enough.set(true);
        threads.shutdownNow();
    }
}
