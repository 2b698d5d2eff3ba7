package dev.parley.topic.subscription;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that could not be delivered yet, or comes after one that could not.
 *
 * @param number its number in the topic
 * @param key its key; null if it has none
 * @param attempts how often it was tried; 0 if it waits for another one
 * @param dueAt when it is tried again; {@link #WAITS} if it waits for another one
 * @param problem why it could not be delivered; null if it waits, or if that is not known yet
 */
public record HeldEvent(long number, @Nullable String key, int attempts, Instant dueAt, @Nullable String problem) {

    /** The time of what waits for another event of its key. */
    public static final Instant WAITS = Instant.parse("9999-12-31T00:00:00Z");

    /** The same when it has been tried once more, and it is not known until then what came of it. */
    HeldEvent underWay(Instant until) {
        return new HeldEvent(number, key, attempts + 1, until, null);
    }

    /** One that waits for another one of its key. */
    static HeldEvent behind(long number, @Nullable String key) {
        return new HeldEvent(number, key, 0, WAITS, null);
    }
}
