package dev.parley.relay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The state of a message's delivery.
 *
 * @param availableAt from when on it can be received; {@link #NEVER} while something else than time keeps it from that
 * @param dueAt when something has to be done with it if nothing happens to it before
 * @param expiresAt from when on it is not delivered any more
 * @param deliveries how often it was received
 * @param lockSecret what the key of its last lock is made of, see {@link Lock#key}; null if there was none, or it was
 *     given back
 * @param lockedUntil until when that is valid; null without one
 */
public record DeliveryState(
        Instant availableAt,
        Instant dueAt,
        Instant expiresAt,
        int deliveries,
        @Nullable String lockSecret,
        @Nullable Instant lockedUntil) {

    /** A time that is later than any that a message can name. */
    public static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    /** True if somebody holds it. */
    public boolean isLocked(Instant now) {
        return lockedUntil != null && lockedUntil.isAfter(now);
    }

    /** True if it has been delivered for the last time, and was not given back. */
    boolean isLastDelivery() {
        return lockSecret != null && availableAt.equals(NEVER);
    }

    /** True if it was only delivered once more meanwhile, and is available again when its lock runs out. */
    public boolean isNextDeliveryAfter(DeliveryState before) {
        return deliveries == before.deliveries + 1 && dueAt.equals(before.dueAt) && availableAt.equals(lockedUntil);
    }

    DeliveryState availableAt(Instant instant) {
        return new DeliveryState(instant, dueAt, expiresAt, deliveries, lockSecret, lockedUntil);
    }
}
