package dev.parley.engine.call;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The attempts that were counted and came to nothing since another transaction was in their way: the operation has not
 * failed, so the next attempt at the same is not counted once more. Only this node knows; another one, or this one
 * after a crash, counts it, which takes nothing away but one attempt.
 */
public final class Overtaken {

    private static final int MOST = 10_000;

    private final Set<Attempt> attempts = ConcurrentHashMap.newKeySet();

    /**
     * An attempt at a conversation.
     *
     * @param conversationId which
     * @param turn the turn of it that was worked on; 0 where none are taken
     */
    public record Attempt(String conversationId, int turn) {}

    /** They were counted, and rolled back without any fault of theirs. */
    public void add(Collection<Attempt> counted) {
        if (attempts.size() + counted.size() <= MOST) {
            attempts.addAll(counted);
        }
    }

    /** True if the next attempt has been counted already; that is forgotten then. */
    public boolean isCounted(Attempt next) {
        return attempts.remove(next);
    }
}
