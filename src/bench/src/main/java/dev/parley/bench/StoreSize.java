package dev.parley.bench;

import jakarta.jms.JMSException;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * How a full queue is drained when the store holds many conversations; a new server is filled for it, in its database.
 */
final class StoreSize {

    private static final List<Integer> SIZES = List.of(10_000, 100_000, 1_000_000);
    private static final int PORTION = 5_000;
    private static final int WARM_UP = 15;
    private static final int AT_ONCE = 10_000;

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
        try (Draining parley = new Draining(Job.ECHO, Side.PARLEY, server)) {
            for (int round = 1; round <= WARM_UP; round++) {
                parley.drainThese(PORTION);
            }
            measure(parley, SIZES);
            // The smallest once more: were it the server that goes on warming up, it would be faster now.
            measure(parley, SIZES.subList(0, 1));
        }
        server.close();
    }

    private void measure(Draining parley, List<Integer> sizes) throws IOException, JMSException, InterruptedException {
        empty();
        int filled = 0;
        for (int size : sizes) {
            fill(filled + 1, size);
            filled = size;
            // What the fill has left to do, and the first touch of the tables as they are now, count for no round.
            parley.drainThese(PORTION);
            for (int round = 1; round <= options.rounds(); round++) {
                measure(parley, size);
            }
        }
    }

    private void measure(Draining parley, int size) throws JMSException, InterruptedException {
        Draining.Result result = parley.drainThese(PORTION);
        String what = String.format(Locale.ROOT, "JMS in-out, full queue, %,d conversations in the store: ", size);
        figures.add(what + "messages/s", Side.PARLEY, result.rate());
        figures.add(what + "server's processor time per message, ms", Side.PARLEY, result.processorMillis());
    }

    private void empty() throws IOException {
        post("/byhand/store/empty");
    }

    private void fill(int first, int last) throws IOException {
        System.err.printf("Filling the store up to %,d conversations%n", last);
        for (int next = first; next <= last; next += AT_ONCE) {
            post("", next, Math.min(last, next + AT_ONCE - 1));
        }
        post("/inbox", first, last);
    }

    private void post(String what, int first, int last) throws IOException {
        post("/byhand/store" + what + "?first=" + first + "&last=" + last);
    }

    private void post(String path) throws IOException {
        try (HttpConnection connection = new HttpConnection(server.httpPort(), path, server.basic())) {
            int status = connection.post("", "");
            if (status != HttpConnection.ACCEPTED) {
                throw new IllegalStateException("The store was not filled or emptied, status " + status);
            }
        }
    }
}
