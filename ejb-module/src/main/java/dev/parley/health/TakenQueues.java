package dev.parley.health;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Whether messages are taken from Parley's queues. Whoever knows is in another class loader, and says so here. */
public final class TakenQueues {

    private static final AtomicReference<Supplier<List<String>>> STANDING = new AtomicReference<>(List::of);

    private TakenQueues() {}

    /**
     * Has somebody watched.
     *
     * @param standing gives the queues that nobody takes messages from, although there are some
     */
    public static void watch(Supplier<List<String>> standing) {
        STANDING.set(standing);
    }

    /** Nobody watches any more. */
    public static void unwatch() {
        STANDING.set(List::of);
    }

    static List<String> standing() {
        return STANDING.get().get();
    }
}
