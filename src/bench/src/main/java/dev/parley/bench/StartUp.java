package dev.parley.bench;

import java.io.IOException;
import java.time.Duration;

/** What it costs to have Parley deployed: the same server with nothing deployed stands beside it. */
final class StartUp {

    private static final double MEBI = 1024 * 1024;
    private static final double MILLIS = 1000;

    private final Server server;
    private final Figures figures;

    StartUp(Server server, Figures figures) {
        this.server = server;
        this.figures = figures;
    }

    void measure() throws IOException, InterruptedException {
        // The first start of all reads the server's files from the disk.
        server.start(false);
        server.close();
        measure(Side.BY_HAND, false);
        measure(Side.PARLEY, true);
    }

    private void measure(Side column, boolean parley) throws IOException, InterruptedException {
        Duration took = server.start(parley);
        figures.add("start-up, s", column, took.toMillis() / MILLIS);
        Management management = server.management();
        figures.add("heap after a collection, MiB", column, management.heap() / MEBI);
        figures.add("memory outside the heap, MiB", column, management.outsideHeap() / MEBI);
        figures.add(
                "processor time until then, s", column, server.processorTime().toMillis() / MILLIS);
        server.close();
    }
}
