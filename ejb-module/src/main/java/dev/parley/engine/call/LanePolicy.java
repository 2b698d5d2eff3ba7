package dev.parley.engine.call;

import dev.parley.engine.wire.Lane;
import java.time.Duration;
import java.time.Instant;

/**
 * The choice of where an operation runs, so that one that is slow or fails does not hold up or undo the work of its
 * neighbours. An operation nothing is known of runs alone first; one that has failed runs alone for a while.
 */
public final class LanePolicy {

    private static final Duration PROBATION = Duration.ofMinutes(1);

    private final Duration slow;
    private final Duration inline;

    /**
     * @param slow from which mean duration on an operation is slow
     * @param inline up to which mean duration it may run while a requester waits for its acknowledgment; never if it is
     *     zero
     */
    public LanePolicy(Duration slow, Duration inline) {
        this.slow = slow;
        this.inline = inline;
    }

    /**
     * True if an operation is quick enough to run before its request is acknowledged: all that share the commit wait
     * for it.
     */
    public boolean mayPrecedeAcknowledgment(OperationProfile profile) {
        return !inline.isZero() && profile.mean().compareTo(inline) <= 0;
    }

    /**
     * Chooses a lane.
     *
     * @param isolated true if the operation asks for a transaction of its own
     * @param profile what is known of it
     * @param atOnce true if it may run in the transaction that receives the request
     * @param triedBefore true if this request was in a transaction that rolled back
     * @param grouped true if its order among others matters: then all of the group take one way, whatever is known of
     *     the operation
     */
    public Lane choose(
            boolean isolated,
            OperationProfile profile,
            boolean atOnce,
            boolean triedBefore,
            boolean grouped,
            Instant now) {
        if (grouped) {
            return Lane.GROUPED;
        }
        if (profile.mean().compareTo(slow) >= 0) {
            return Lane.SLOW;
        }
        if (isolated || triedBefore || profile.runs() == 0 || failedLately(profile, now)) {
            return Lane.ISOLATED;
        }
        return atOnce ? Lane.INLINE : Lane.SHARED;
    }

    private static boolean failedLately(OperationProfile profile, Instant now) {
        return profile.failedAt() != null && profile.failedAt().plus(PROBATION).isAfter(now);
    }
}
