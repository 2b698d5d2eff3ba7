package dev.parley.topic.subscription;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

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

    /** The longest rest, also after work that hung or in which the clock was put forward. */
    static final Duration LONGEST = Duration.ofSeconds(5);

    private final Map<String, Instant> near = new HashMap<>();
    private boolean underWay;
    private Instant restsUntil = Instant.EPOCH;

    /** Notes that subscriptions are served that are near. */
    public synchronized void servesNear(Collection<String> names, Instant now) {
        names.forEach(name -> near.put(name, now));
    }

    /** The names of those that were near when they were served lately. */
    public synchronized Set<String> nearLately(Instant now) {
        near.values().removeIf(at -> !now.isBefore(at.plus(LATELY)));
        return Set.copyOf(near.keySet());
    }

    /** True if those that are far behind may be served now; nobody else may then until the {@link #end}. */
    public synchronized boolean begin(Instant now) {
        if (underWay || (now.isBefore(restsUntil) && restsUntil.isBefore(now.plus(LONGEST.plus(LONGEST))))) {
            return false;
        }
        underWay = true;
        return true;
    }

    /**
     * Notes that they were served, from then until now.
     *
     * @param gently true if they leave room for others
     */
    public synchronized void end(Instant begun, Instant now, boolean gently) {
        underWay = false;
        if (gently) {
            Duration rest = Duration.between(begun, now).multipliedBy(REST);
            restsUntil = now.plus(rest.compareTo(LONGEST) < 0 ? rest : LONGEST);
        }
    }

    /** The time until which those that are far behind rest; it may be over. */
    public synchronized Instant restsUntil() {
        return restsUntil;
    }
}
