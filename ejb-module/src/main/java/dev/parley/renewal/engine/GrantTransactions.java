package dev.parley.renewal.engine;

import dev.parley.engine.commit.Ids;
import dev.parley.engine.config.Settings;
import dev.parley.engine.gateway.TransactionalSender;
import dev.parley.engine.jdbc.Connections;
import dev.parley.engine.jdbc.DatabaseClock;
import dev.parley.message.Outgoing;
import dev.parley.renewal.Grant;
import dev.parley.renewal.Pool;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Transactions on pools and grants. What they send is sent if they commit; what is due because of them the sweeper
 * hears after that: only a hint, it looks anyway.
 */
@ApplicationScoped
class GrantTransactions {

    private static final Logger LOG = System.getLogger(GrantTransactions.class.getName());
    private static final int MOST_KNOWN = 20_000;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transactions;

    @Inject
    Connections connections;

    @Inject
    TransactionalSender posting;

    @Inject
    Event<GrantWork.Changes> committed;

    @Inject
    Suppliers suppliers;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    /** The time by which the database's clock is ahead of this node's. */
    private volatile Duration ahead = Duration.ZERO;

    private final ConcurrentMap<String, Pool> known = new ConcurrentHashMap<>();

    /** The time by the database's clock, as far as was seen last. */
    Instant now() {
        return clock.instant().plus(ahead).truncatedTo(ChronoUnit.MILLIS);
    }

    /** Pools that were read before. */
    ConcurrentMap<String, Pool> known() {
        if (known.size() > MOST_KNOWN) {
            known.clear();
        }
        return known;
    }

    /** Work with a connection, in a transaction of its own. */
    <T> T inNew(Connections.Work<T> work) {
        return connections.inNew(work);
    }

    /** Work with a connection in the current transaction, if there is one. */
    <T> T here(Connections.Work<T> work) {
        return connections.here(work);
    }

    /** Carries out orders in a transaction of its own. */
    GrantBatch.Answers inNew(List<GrantOrder> orders) {
        return inNew(connection -> posting.with(post -> run(orders, connection, post)));
    }

    /** Carries out orders in the current transaction. */
    GrantBatch.Answers here(List<GrantOrder> orders, Consumer<Outgoing> post) {
        return here(connection -> run(orders, connection, post));
    }

    private GrantBatch.Answers run(List<GrantOrder> orders, Connection connection, Consumer<Outgoing> post) {
        GrantBatch.Answers result =
                new GrantBatch(store(connection), settings.retention(), Ids::next, suppliers, post).run(orders);
        afterCommit(result.changes());
        return result;
    }

    /** Does what is due, or early, in a transaction of its own. */
    GrantSweep.Swept sweep(Function<GrantSweep, GrantSweep.Swept> work) {
        return inNew(connection -> posting.with(post -> {
            GrantSweep sweep = new GrantSweep(store(connection), settings.retention(), Ids::ticket, suppliers, post);
            GrantSweep.Swept swept = work.apply(sweep);
            afterCommit(swept.changes());
            return swept;
        }));
    }

    /**
     * Puts off the first that is due, with which nothing could be done: it must not keep the others from being done.
     */
    void putOffFirst() {
        inNew(connection -> {
            JdbcGrantStore store = store(connection);
            Instant until = store.now().plus(settings.sweepInterval());
            for (Grant grant : store.claimDue(store.now(), 1)) {
                new GrantTable(connection).putOff(grant.id(), until);
            }
            return true;
        });
    }

    private JdbcGrantStore store(Connection connection) {
        try {
            Instant now = DatabaseClock.now(connection);
            ahead = Duration.between(clock.instant(), now);
            return new JdbcGrantStore(connection, now, known());
        } catch (SQLException e) {
            throw new Connections.Failed(e);
        }
    }

    private void afterCommit(GrantWork.Changes changes) {
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    tell(changes);
                }
            }
        });
    }

    private void tell(GrantWork.Changes changes) {
        try {
            committed.fire(changes);
        } catch (RuntimeException e) {
            // It is committed: whoever was not told looks again, and nobody may believe that it has failed.
            LOG.log(Level.WARNING, "Not everybody was told what became of grants", e);
        }
    }
}
