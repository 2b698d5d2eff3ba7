package dev.parley.engine.run;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What conversations ask for, and is done in the transaction that asks, one after the other: nothing leaves before its
 * commit, so it is the same as with a transaction for each. It is allowed only where a rollback is followed by one
 * attempt after the other in transactions of their own.
 */
final class Chain {

    private final Map<String, Integer> links = new HashMap<>();
    private @Nullable Instant until;

    /** Lets what is asked for be begun here until that time. */
    void allow(Instant end) {
        until = end;
    }

    /**
     * Whether something else that a conversation asks for may be done here; it is counted then.
     *
     * @param most how often a conversation may
     */
    boolean takes(String conversationId, int most, Instant now) {
        return until != null && now.isBefore(until) && links.merge(conversationId, 1, Integer::sum) <= most;
    }
}
