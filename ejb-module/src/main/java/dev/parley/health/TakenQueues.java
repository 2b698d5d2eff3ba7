package dev.parley.health;

import java.util.List;
import java.util.function.Supplier;

/** Whether messages are taken from Parley's queues. Whoever knows is in another class loader, and says so here. */
public final class TakenQueues {

    private static volatile Supplier<List<String>> standing = List::of;

    private TakenQueues() {}

    /**
     * Has somebody watched.
     *
     * @param queues gives the queues that nobody takes messages from, although there are some
     */
    public static void watch(Supplier<List<String>> queues) {
        standing = queues;
    }

    /** Nobody watches any more. */
    public static void unwatch() {
        standing = List::of;
    }

    static List<String> standing() {
        return standing.get();
    }
}
