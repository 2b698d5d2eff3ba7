package dev.parley.it.nodes;

import dev.parley.it.nodes.errands.Errands;
import dev.parley.it.probe.Probe;
import dev.parley.it.server.ParleyServer;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Two nodes of one Parley.
 *
 * @param first the one whose broker both use
 * @param second the one that has none
 */
record Nodes(ParleyServer first, ParleyServer second) {

    /** Starts both at once: neither waits for the other, and the schema is made by one of them. */
    static Nodes startFresh() {
        ParleyServer first = ParleyServer.freshNode("node-1");
        Nodes nodes = new Nodes(first, first.freshNodeBeside("node-2"));
        nodes.all().forEach(node -> node.with(Probe.archive())
                .withOperations(Errands.class, Errands.Errand.class, Errands.Done.class)
                .withJava("-Dparley.sweep.interval=PT2S"));
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(first::start), CompletableFuture.runAsync(nodes.second::start))
                .join();
        return nodes;
    }

    List<ParleyServer> all() {
        return List.of(first, second);
    }
}
