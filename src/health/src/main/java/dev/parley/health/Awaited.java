package dev.parley.health;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What Parley waits for before it can do anything. Whoever knows of it is in another class loader, and says so here.
 */
public final class Awaited {

    /** The database. */
    public static final String DATABASE = "database";

    /** The database, which has been there and may be away now. */
    public static final String DATABASE_NOW = "database-now";

    /** The broker, where it is not in this server. */
    public static final String BROKER = "broker";

    private static final Map<String, Supplier<@Nullable String>> WATCHED = new ConcurrentHashMap<>();

    private Awaited() {}

    /**
     * Has something watched.
     *
     * @param name what it is
     * @param what gives what is missing, and what to do; null while nothing is
     */
    public static void watch(String name, Supplier<@Nullable String> what) {
        WATCHED.put(name, what);
    }

    /** Lets it not be watched any more. */
    public static void unwatch(String name) {
        WATCHED.remove(name);
    }

    /** Whether something is watched, and is there. */
    public static boolean isThere(String name) {
        return WATCHED.containsKey(name) && of(name) == null;
    }

    /** What is missing of something that is watched, and what to do; null if nothing is. */
    public static @Nullable String of(String name) {
        Supplier<@Nullable String> what = WATCHED.get(name);
        return what == null ? null : what.get();
    }
}
