package dev.parley.topic.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/**
 * The subscriptions that a sweep of this node has locked while it runs operations: nobody else looks for them first,
 * since what comes behind them would find no room.
 */
final class InHand {

    /** After that the transaction has been rolled back, and they are free, whatever the operation does. */
    static final Duration LONGEST = Duration.ofMinutes(5);

    private record Turn(Set<String> names, Instant begun) {}

    private static final Turn NOBODYS = new Turn(Set.of(), Instant.EPOCH);

    private volatile Turn turn = NOBODYS;

    /** Those are locked from now on. */
    void begin(Collection<String> names, Instant now) {
        turn = new Turn(Set.copyOf(names), now);
    }

    /** They are free. */
    void end() {
        turn = NOBODYS;
    }

    /** For how long those that are locked have been so; nothing if nobody is. */
    Duration since(Instant now) {
        Turn current = turn;
        return current.names().isEmpty() ? Duration.ZERO : Duration.between(current.begun(), now);
    }

    /** Those that are locked now. */
    Set<String> names(Instant now) {
        Turn current = turn;
        return now.isBefore(current.begun().plus(LONGEST)) ? current.names() : Set.of();
    }
}
