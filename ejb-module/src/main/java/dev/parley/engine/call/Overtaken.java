package dev.parley.engine.call;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The attempts that were counted and came to nothing since another transaction was in their way: the operation has not
 * failed, so the next attempt at the same is not counted once more. Only this node knows; another one, or this one
 * after a crash, counts it, which takes nothing away but one attempt. What is overtaken again and again, as where a
 * version is never right, is counted in the end.
 */
public final class Overtaken {

    private static final int MOST = 10_000;

    /** So often the same is overtaken without that it counts. */
    private static final int FORGIVEN = 5;

    private final Map<Attempt, Times> known = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Attempt, Times> eldest) {
            return size() > MOST;
        }
    };

    private record Times(int number, boolean isForgiven) {}

    /**
     * An attempt at a conversation.
     *
     * @param conversationId which
     * @param turn the turn of it that was worked on; 0 where none are taken
     */
    public record Attempt(String conversationId, int turn) {}

    /** They were counted, and rolled back without any fault of theirs. */
    public synchronized void add(Collection<Attempt> counted) {
        for (Attempt attempt : counted) {
            Times before = known.get(attempt);
            int number = before == null ? 1 : before.number() + 1;
            known.put(attempt, new Times(number, number <= FORGIVEN));
        }
    }

    /** True if the next attempt has been counted already; that is forgotten then. */
    public synchronized boolean isCounted(Attempt next) {
        Times times = known.get(next);
        if (times == null || !times.isForgiven()) {
            return false;
        }
        known.put(next, new Times(times.number(), false));
        return true;
    }
}
