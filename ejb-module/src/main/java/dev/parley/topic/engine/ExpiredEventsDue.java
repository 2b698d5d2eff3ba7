package dev.parley.topic.engine;

import dev.parley.engine.commit.Due;
import dev.parley.engine.jdbc.DatabaseClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Removes events whose retention is over, in batches. */
@ApplicationScoped
class ExpiredEventsDue implements Due {

    @Inject
    TopicTransactions transactions;

    @Override
    public String name() {
        return "expired events";
    }

    @Override
    public int most() {
        return 500;
    }

    @Override
    public Duration gathering() {
        return Duration.ofSeconds(1);
    }

    @Override
    public int sweep(int most) {
        return transactions.inNew(
                connection -> new EventTable(connection).removeExpired(DatabaseClock.now(connection), most));
    }

    /** {@inheritDoc} Nothing can be put off: what cannot be removed is tried again with the next sweep. */
    @Override
    public void putOffFirst() {}

    @Override
    public Optional<Instant> next() {
        return transactions.here(connection -> new EventTable(connection).nextExpiry(DatabaseClock.now(connection)));
    }
}
