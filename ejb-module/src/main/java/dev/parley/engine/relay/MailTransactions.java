package dev.parley.engine.relay;

import dev.parley.engine.Ids;
import dev.parley.engine.Settings;
import dev.parley.engine.Transactions;
import dev.parley.relay.Mailbox;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.sql.DataSource;

/** Transactions of the database alone, and what is done in them. Definitions that were read stay known, with their versions. */
@ApplicationScoped
class MailTransactions {

    private static final int MOST_KNOWN = 20_000;

    @Resource(lookup = "java:jboss/datasources/ParleyDS")
    DataSource database;

    @Inject
    Transactions transactions;

    @Inject
    Settings settings;

    private final ConcurrentMap<Long, Mailbox> known = new ConcurrentHashMap<>();

    /** Work with a connection. */
    @FunctionalInterface
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /** Commits work in a transaction of its own, or rolls it back if it throws. */
    <T> T inNew(Work<T> work) {
        return transactions.inNew(() -> here(work));
    }

    /** Does work in the current transaction; without one each statement commits. */
    <T> T here(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw new JdbcMailStore.StoreFailed(e);
        }
    }

    JdbcMailStore store(Connection connection) {
        if (known.size() > MOST_KNOWN) {
            known.clear();
        }
        return new JdbcMailStore(connection, known);
    }

    /** Carries out orders in the current transaction. */
    MailBatch.Result run(List<? extends MailOrder> orders, Connection connection) {
        return new MailBatch(store(connection), settings.retention(), Ids::next, Ids::ticket).run(orders);
    }

    /** A transaction's work besides orders. */
    MailWork work(JdbcMailStore store, java.time.Instant now) {
        return new MailWork(store, now, settings.retention(), Ids::next, Ids::ticket);
    }
}
