package dev.parley.engine.call;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The operation that is being called on this thread.
 *
 * @param operation its name
 * @param hops how many operations called each other until this one was
 */
public record CurrentCall(String operation, int hops) {

    private static final ThreadLocal<@Nullable CurrentCall> CURRENT = new ThreadLocal<>();

    /** The call on this thread, or null. */
    public static @Nullable CurrentCall get() {
        return CURRENT.get();
    }

    <T> T during(Callable<T> work) throws Exception {
        CurrentCall outer = CURRENT.get();
        CURRENT.set(this);
        try {
            return work.call();
        } finally {
            CURRENT.set(outer);
        }
    }
}
