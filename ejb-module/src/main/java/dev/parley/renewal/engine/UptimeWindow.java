package dev.parley.renewal.engine;

import java.time.Duration;
import java.time.Instant;

/**
 * The window of time in which Parley was up: any node, with its database and its broker. What came due while it was
 * not, nobody could have answered.
 *
 * @param seenAt when it was last seen
 * @param resumedAt since when it has been up without a pause, as far as was seen
 */
record UptimeWindow(Instant seenAt, Instant resumedAt) {

    /** The longest time without a node seen that is no pause. */
    static final Duration PAUSE = Duration.ofSeconds(5);

    /**
     * The same once it was seen again. Where the clock was set back, a pause from now on is seen by the clock as it is
     * now.
     */
    UptimeWindow seen(Instant now) {
        if (isBack(now)) {
            return new UptimeWindow(now, now);
        }
        if (now.plus(PAUSE).isBefore(seenAt)) {
            return new UptimeWindow(now, resumedAt.isAfter(now) ? now : resumedAt);
        }
        return new UptimeWindow(now.isBefore(seenAt) ? seenAt : now, resumedAt);
    }

    /** True if there was a pause until now. */
    boolean isBack(Instant now) {
        return seenAt.plus(PAUSE).isBefore(now);
    }

    /** The time since when it has been up without a pause: since now, if it is back and nobody has said so yet. */
    Instant resumedAt(Instant now) {
        return isBack(now) ? now : resumedAt;
    }
}
