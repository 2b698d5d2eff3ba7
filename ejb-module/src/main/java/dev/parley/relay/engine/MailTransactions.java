package dev.parley.relay.engine;

import dev.parley.engine.commit.Ids;
import dev.parley.engine.config.Settings;
import dev.parley.engine.jdbc.Connections;
import dev.parley.engine.jdbc.Dialect;
import dev.parley.relay.engine.table.JdbcMailStore;
import dev.parley.relay.engine.table.MailTable;
import dev.parley.relay.engine.table.MailboxTable;
import dev.parley.relay.mailbox.Mailbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Transactions of the database alone, and what is done in them. Definitions that were read stay known, with their
 * versions.
 */
@ApplicationScoped
class MailTransactions {

    private static final int MOST_KNOWN = 20_000;

    @Inject
    Connections connections;

    @Inject
    Settings settings;

    private final ConcurrentMap<Long, Mailbox> known = new ConcurrentHashMap<>();

    /** The dialect of the database. */
    Dialect dialect() {
        return connections.dialect();
    }

    /** Commits work in a transaction of its own, or rolls it back if it throws. */
    <T> T inNew(Connections.Work<T> work) {
        return connections.inNew(work);
    }

    /** Commits work in a transaction of the database alone, or rolls it back if it throws. */
    <T> T alone(Connections.Work<T> work) {
        return connections.alone(work);
    }

    /** Does work in the current transaction; without one each statement commits. */
    <T> T here(Connections.Work<T> work) {
        return connections.here(work);
    }

    /** Those of the mailboxes that have something to receive. */
    List<Long> ready(List<Long> mailboxes) {
        return here(connection -> new MailTable(connection).ready(mailboxes));
    }

    /** Those of the mailboxes that are not there any more. */
    List<Long> gone(List<Long> mailboxes) {
        return here(connection -> new MailboxTable(connection).gone(mailboxes));
    }

    JdbcMailStore store(Connection connection) {
        return store(connection, true);
    }

    private JdbcMailStore store(Connection connection, boolean waits) {
        if (known.size() > MOST_KNOWN) {
            known.clear();
        }
        return new JdbcMailStore(connection, known, waits);
    }

    /** The store of a transaction that several callers share: it fails where they would wait for one of them. */
    JdbcMailStore sharedStore(Connection connection) {
        return store(connection, false);
    }

    /** Carries out orders in the current transaction. */
    MailBatch.Answers run(List<? extends MailOrder> orders, Connection connection) {
        return run(orders, store(connection));
    }

    /** Carries out orders in the current transaction, in that store. */
    MailBatch.Answers run(List<? extends MailOrder> orders, JdbcMailStore store) {
        return new MailBatch(store, settings.retention(), Ids::next, Ids::ticket).run(orders);
    }

    /** A transaction's work besides orders. */
    MailWork work(JdbcMailStore store, java.time.Instant now) {
        return new MailWork(store, now, settings.retention(), Ids::next, Ids::ticket);
    }
}
