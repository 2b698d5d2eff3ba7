package dev.parley.bench.relay;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Clients that work at the same time, each with a thread and a connection of its own. */
final class Crew implements AutoCloseable {

    private final Host host;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** What a client does. */
    @FunctionalInterface
    interface Work<T> {
        T with(Client client) throws IOException;
    }

    Crew(Host host) {
        this.host = host;
    }

    /** Opens a connection, and then lets the client begin. */
    <T> Future<T> begin(Work<T> work) {
        Client client = host.connect();
        Callable<T> whole = () -> {
            try (client) {
                return work.with(client);
            }
        };
        return threads.submit(whole);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
