package dev.parley.engine.commit;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How many messages share a transaction: bounded by count, and by how long their operations are expected to take. */
public final class BatchLimit {

    private int places;
    private Duration left;

    public BatchLimit(int most, Duration budget) {
        this.places = most;
        this.left = budget;
    }

    /** What failed before takes no neighbours along; what has a group is followed by its group. */
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

    /** Whether another one fits. */
    public boolean hasRoom() {
        return places > 0 && !left.isNegative();
    }
}
