package dev.parley.bench;

import jakarta.jms.JMSException;
import java.io.IOException;
import java.util.List;

/** How a full queue is drained when the store holds many conversations; a new server is filled for it. */
final class StoreSize {

    private static final List<Integer> SIZES = List.of(10_000, 100_000);
    private static final int PORTION = 5_000;

    private final Server server;
    private final Figures figures;
    private final Options options;

    StoreSize(Server server, Figures figures, Options options) {
        this.server = server;
        this.figures = figures;
        this.options = options;
    }

    void measure() throws IOException, JMSException, InterruptedException {
        server.start();
        try (Draining parley = new Draining(Side.PARLEY, server)) {
            parley.drain(1);
            for (int size : SIZES) {
                System.err.printf("Filling the store with %,d conversations%n", size);
                while (parley.taken() < size) {
                    parley.drainThese(Math.min(PORTION, size - parley.taken()));
                }
                for (int round = 1; round <= options.rounds(); round++) {
                    Draining.Result result = parley.drainThese(PORTION);
                    figures.add(
                            String.format(
                                    "JMS in-out, full queue, from %,d conversations in the store: messages/s", size),
                            Side.PARLEY,
                            result.rate());
                }
            }
        }
        server.close();
    }
}
