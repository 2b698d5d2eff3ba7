package dev.parley.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Orders over many connections at once, each of which sends the next one when the one before is acknowledged. */
final class HttpLoad {

    private final Side side;
    private final Server server;

    HttpLoad(Side side, Server server) {
        this.side = side;
        this.server = server;
    }

    /** The latencies of what was acknowledged in so long. */
    Latencies run(int connections, long nanos) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            List<HttpConnection> open = new ArrayList<>();
            List<Future<Latencies>> running = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                open.add(new HttpConnection(server.httpPort(), side.path(), server.basic()));
            }
            long end = System.nanoTime() + nanos;
            for (HttpConnection connection : open) {
                running.add(threads.submit(() -> orders(connection, end)));
            }
            Latencies all = new Latencies();
            for (Future<Latencies> each : running) {
                all.addAll(each.get());
            }
            return all;
        } finally {
            threads.shutdownNow();
        }
    }

    private Latencies orders(HttpConnection connection, long end) throws java.io.IOException {
        Latencies latencies = new Latencies();
        try (connection) {
            long now = System.nanoTime();
            while (now - end < 0) {
                int status = connection.post(side.httpHeader(), Side.order());
                long answered = System.nanoTime();
                if (status != HttpConnection.ACCEPTED) {
                    throw new IllegalStateException(side + " answered " + status + " over HTTP");
                }
                latencies.add(answered - now);
                now = answered;
            }
        }
        return latencies;
    }
}
