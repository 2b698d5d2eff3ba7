package dev.parley.topic.subscription;

import java.time.Duration;
import java.time.Instant;

/**
 * The pace at which those are served that are far behind: one transaction at a time, and with a rest after each as long
 * as somebody else has work, who would feel it: both need the same processors and disks. It is forgotten with the
 * process.
 */
public final class CatchUpPace {

    /** The time for which somebody counts as having work. */
    static final Duration LATELY = Duration.ofSeconds(1);

    /** The length of a rest, in times of the work before it. */
    static final int REST = 2;

    private boolean underWay;
    private Instant othersServedAt = Instant.EPOCH;
    private Instant restsUntil = Instant.EPOCH;

    /** Notes that somebody near is served. */
    public synchronized void servedOthers(Instant now) {
        othersServedAt = now;
    }

    /** True if others have had work lately. */
    public synchronized boolean isGentle(Instant now) {
        return now.isBefore(othersServedAt.plus(LATELY));
    }

    /** True if those that are far behind may be served now; nobody else may then until the {@link #end}. */
    public synchronized boolean begin(Instant now) {
        if (underWay || now.isBefore(restsUntil)) {
            return false;
        }
        underWay = true;
        return true;
    }

    /** Notes that they were served, from then until now. */
    public synchronized void end(Instant begun, Instant now) {
        underWay = false;
        if (isGentle(now)) {
            restsUntil = now.plus(Duration.between(begun, now).multipliedBy(REST));
        }
    }

    /** The time until which those that are far behind rest; it may be over. */
    public synchronized Instant restsUntil() {
        return restsUntil;
    }
}
