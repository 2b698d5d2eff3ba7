package dev.parley.bench.topic;

import dev.parley.bench.HttpConnection;
import dev.parley.bench.Latencies;
import dev.parley.bench.Server;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Gatherings of five operations with a quorum of three, asked for over HTTP by several clients who wait for the end.
 */
final class Gathers {

    private static final int CLIENTS = 8;
    private static final String ORDER =
            "{\"to\":{\"topic\":\"bench-offers\"},\"request\":{\"orderId\":\"1\",\"customer\":\"Ada\",\"quantity\":2,"
                    + "\"note\":\"lamp\"},\"complete\":\"quorum:3\"}";

    private final Server server;

    Gathers(Server server) {
        this.server = server;
    }

    /** How long each took, of all that were asked for in that time. */
    Latencies run(long nanos) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<Latencies>> all = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                all.add(threads.submit(() -> client(nanos)));
            }
            Latencies latencies = new Latencies();
            for (Future<Latencies> each : all) {
                latencies.addAll(each.get());
            }
            return latencies;
        } finally {
            threads.shutdownNow();
        }
    }

    private Latencies client(long nanos) throws IOException {
        Latencies latencies = new Latencies();
        String headers = "Authorization: " + server.basic()
                + "\r\nContent-Type: application/json\r\nPrefer: wait=30\r\nAccept: application/json\r\n";
        try (HttpConnection connection = new HttpConnection(server.httpPort(), headers)) {
            long begin = System.nanoTime();
            long now = begin;
            while (now - begin < nanos) {
                long asked = System.nanoTime();
                HttpConnection.Answer answer = connection.call("POST", "/parley/v1/gatherings", "", ORDER);
                now = System.nanoTime();
                if (answer.status() != HttpConnection.ACCEPTED
                        || !answer.body().contains("\"complete\":\"quorum:3\"")) {
                    throw new IllegalStateException(answer.status() + ": " + answer.body());
                }
                latencies.add(now - asked);
            }
        }
        return latencies;
    }
}
