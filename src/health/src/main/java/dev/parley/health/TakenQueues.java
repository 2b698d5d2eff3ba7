package dev.parley.health;

import java.util.List;
import java.util.function.Supplier;

/**
 * The queues of Parley, and whether messages are taken from them. Whoever knows is in another class loader, and says so
 * here.
 */
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

    /** Lets nobody watch any more. */
    public static void unwatch() {
        standing = List::of;
    }

    static List<String> standing() {
        return standing.get();
    }
}
