package dev.parley.engine.commit;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The number of messages that share a transaction: bounded by count, and by how long their operations are expected to
 * take.
 */
public final class BatchLimit {

    private int places;
    private Duration left;

    /** The limit of a batch that nothing was taken into yet. */
    public BatchLimit(int most, Duration budget) {
        this.places = most;
        this.left = budget;
    }

    /** True if a message takes no neighbours along: it failed before, or it has a group and is followed by that. */
    public static boolean isAlone(boolean redelivered, @Nullable String group) {
        return redelivered || group != null;
    }

    /**
     * Counts a message that was taken.
     *
     * @param expected how long it is expected to keep the batch
     */
    public void took(Duration expected) {
        places--;
        left = left.minus(expected);
    }

    /** True if another one fits. */
    public boolean hasRoom() {
        return places > 0 && !left.isNegative();
    }
}
