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
final class Customers implements AutoCloseable {

    private static final int CUSTOMERS = 8;
    private static final int ONE_IN = 4;
    private static final Duration A_MOMENT = Duration.ofMillis(200);

    private final ParleyServer server;
    private final String process;
    private final Queue<String> accepted = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean enough = new AtomicBoolean();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Future<?>> customers = new ArrayList<>();

    Customers(ParleyServer server, String process) {
        this.server = server;
        this.process = process;
    }

    /** Lets them ask. */
    void begin() {
        for (int i = 0; i < CUSTOMERS; i++) {
            int number = i;
            customers.add(threads.submit(() -> run(number)));
        }
    }

    /** Lets each have its last request accepted. */
    void end() throws InterruptedException, ExecutionException {
        enough.set(true);
        for (Future<?> customer : customers) {
            customer.get();
        }
    }

    /** The ids of the instances that they were promised. */
    List<String> accepted() {
        return List.copyOf(accepted);
    }

    /** Each begins with another kind of request: however few there are, there are all kinds. */
    private void run(int number) {
        HttpParticipant alice = new HttpParticipant(server, server.alice());
        for (int i = number; !enough.get(); i++) {
            String card = i % 2 == 0 ? Samples.goodCard() : Samples.declinedCard();
            URI instance = ask(alice, Json.object("card", card));
            if (i % ONE_IN == 0) {
                cancel(alice, instance);
            }
        }
    }

    private URI ask(HttpParticipant alice, String request) {
        String key = fresh("customer");
        while (true) {
            try {
                HttpAnswer answer = alice.operation(process)
                        .body(request)
                        .key(key)
                        .prefer("wait=1")
                        .send();
                if (answer.status() == 202) {
                    accepted.add(answer.conversationId());
                    return answer.location();
                }
            } catch (RuntimeException e) {
                // The server is down, or went down: that is what this is about.
            }
            Load.goOn(A_MOMENT);
        }
    }

    /** It may be too late for that, or the server down. */
    private static void cancel(HttpParticipant alice, URI instance) {
        try {
            alice.call(URI.create(instance + "/cancel")).post().send();
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
