package dev.parley.health;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The way into the broker from outside, and what keeps it from opening. Whoever knows is in another class loader, and
 * says so here.
 */
public final class OpenDoor {

    private static volatile Supplier<@Nullable String> obstacle = () -> null;

    private OpenDoor() {}

    /**
     * Has somebody watched.
     *
     * @param what gives what keeps messaging from being reached, or null if nothing does
     */
    public static void watch(Supplier<@Nullable String> what) {
        obstacle = what;
    }

    /** Lets nobody watch any more. */
    public static void unwatch() {
        obstacle = () -> null;
    }

    static @Nullable String obstacle() {
        return obstacle.get();
    }
}
