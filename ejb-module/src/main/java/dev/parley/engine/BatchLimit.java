package dev.parley.engine;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How many messages share a transaction: bounded by count, and by how long their operations are expected to take. */
final class BatchLimit {

    private final OperationProfiles profiles;
    private int places;
    private Duration left;

    BatchLimit(int most, Duration budget, OperationProfiles profiles) {
        this.profiles = profiles;
        this.places = most;
        this.left = budget;
    }

    /** What failed before takes no neighbours along; what has a group is followed by its group. */
    static boolean isAlone(boolean redelivered, @Nullable String group) {
        return redelivered || group != null;
    }

    /** Counts a message that was taken. */
    void took(@Nullable String operation, boolean acknowledgedFirst) {
        places--;
        if (operation != null && !acknowledgedFirst) {
            left = left.minus(profiles.of(operation).mean());
        }
    }

    /** Whether another one fits. */
    boolean hasRoom() {
        return places > 0 && !left.isNegative();
    }
}
