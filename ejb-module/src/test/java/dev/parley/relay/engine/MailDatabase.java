package dev.parley.relay.engine;

import dev.parley.engine.commit.Result;
import dev.parley.engine.jdbc.MigratedH2;
import dev.parley.message.Address;
import dev.parley.message.Caller;
import dev.parley.relay.Lock;
import dev.parley.relay.LockedMail;
import dev.parley.relay.MailStore;
import dev.parley.relay.ReceptionPolicy;
import dev.parley.relay.ValidMail;
import dev.parley.relay.engine.table.JdbcMailStore;
import dev.parley.relay.engine.table.MailboxTable;
import dev.parley.relay.mailbox.Mailbox;
import dev.parley.relay.mailbox.MailboxDefinition;
import dev.parley.relay.mailbox.MailboxDefinitionReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.jdbcx.JdbcDataSource;

/** Mailboxes in a database in memory, whose clock the test sets. */
final class MailDatabase {

    static final Caller ALICE = new Caller("alice", false);
    static final Caller BOB = new Caller("bob", false);
    static final Caller OLGA = new Caller("olga", true);

    private final JdbcDataSource database = new JdbcDataSource();
    private final ConcurrentMap<Long, Mailbox> known = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong();
    private Instant now = Instant.parse("2026-01-31T12:00:00Z");

    MailDatabase() {
        database.setURL(
                "jdbc:h2:mem:mail;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=2000");
        MigratedH2.prepare(database);
    }

    /** Work in a transaction. */
    @FunctionalInterface
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    Instant now() {
        return now;
    }

    void pass(String duration) {
        now = now.plus(Duration.parse(duration));
    }

    Connection begin() throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    <T> T inTransaction(Work<T> work) {
        try (Connection connection = begin()) {
            try {
                T result = work.with(connection);
                connection.commit();
                return result;
            } catch (RuntimeException | SQLException e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** The store, with the time of the test. */
    MailStore store(Connection connection) {
        return timed(new JdbcMailStore(connection, known, true));
    }

    private MailStore timed(JdbcMailStore store) {
        return (MailStore) java.lang.reflect.Proxy.newProxyInstance(
                MailStore.class.getClassLoader(), new Class<?>[] {MailStore.class}, (proxy, method, arguments) -> {
                    try {
                        Object result = method.invoke(store, arguments);
                        return result instanceof MailStore.Opening opening
                                ? new MailStore.Opening(now, opening.boxes())
                                : result;
                    } catch (java.lang.reflect.InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    void define(String name, String owner, String json) {
        inTransaction(connection -> {
            var table = new MailboxTable(connection).rows();
            MailboxDefinition definition = MailboxDefinitionReader.read(name, json, owner);
            Mailbox mailbox = new Mailbox(name, table.nextVersion(), definition, now, owner);
            if (!table.insert(mailbox)) {
                table.update(mailbox);
            }
            return true;
        });
    }

    void delete(String name) {
        inTransaction(connection -> {
            new MailboxTable(connection)
                    .delete(store(connection)
                            .open(Set.of(name))
                            .boxes()
                            .get(name)
                            .id());
            return true;
        });
    }

    MailBatch.Answers run(Connection connection, MailOrder... orders) {
        return run(store(connection), orders);
    }

    /** The same in a transaction that several callers share. */
    MailBatch.Answers runShared(Connection connection, MailOrder... orders) {
        return run(timed(new JdbcMailStore(connection, known, false)), orders);
    }

    private MailBatch.Answers run(MailStore store, MailOrder... orders) {
        return new MailBatch(
                        store,
                        Duration.ofDays(7),
                        () -> "id-" + ids.incrementAndGet(),
                        () -> "secret-" + ids.incrementAndGet())
                .run(List.of(orders));
    }

    MailBatch.Answers run(MailOrder... orders) {
        return inTransaction(connection -> run(connection, orders));
    }

    Result<?> one(MailOrder order) {
        return run(order).outcomes().get(0);
    }

    List<LockedMail> receive(String mailbox, int max) {
        return one(reception(mailbox, ALICE, max, null))
                .as(ReceptionOutcome.class)
                .delivery()
                .mails();
    }

    List<String> bodies(String mailbox, int max) {
        return receive(mailbox, max).stream().map(one -> one.mail().body()).toList();
    }

    static MailOrder.Receive reception(String mailbox, Caller caller, int max, String key) {
        return new MailOrder.Receive(mailbox, caller, new ReceptionPolicy.Wish(max, Duration.ZERO, null), key);
    }

    static MailOrder.Receive acknowledgingReception(String mailbox, int max, String key, LockedMail... done) {
        List<String> locks = java.util.stream.Stream.of(done)
                .map(mail -> mail.lock().token())
                .toList();
        return new MailOrder.Receive(mailbox, ALICE, new ReceptionPolicy.Wish(max, Duration.ZERO, null, locks), key);
    }

    static MailOrder.Acknowledge acknowledgment(String mailbox, Caller caller, LockedMail... mails) {
        return new MailOrder.Acknowledge(
                mailbox,
                caller,
                java.util.stream.Stream.of(mails)
                        .map(mail -> mail.lock().token())
                        .toList());
    }

    static MailOrder.Hold givingBack(String mailbox, LockedMail mail, String delay) {
        return new MailOrder.Hold(mailbox, ALICE, token(mail), null, Duration.parse(delay));
    }

    static MailOrder.Hold extension(String mailbox, LockedMail mail, String duration) {
        return new MailOrder.Hold(mailbox, ALICE, token(mail), Duration.parse(duration), Duration.ZERO);
    }

    static Lock.Token token(LockedMail mail) {
        return new Lock.Token(mail.lock().position(), mail.lock().key());
    }

    static MailOrder.Send sending(String mailbox, ValidMail... mails) {
        return new MailOrder.Send(mailbox, BOB, "user:bob", List.of(mails), null);
    }

    static ValidMail mail(String body) {
        return mail(null, body, null, null, null, null);
    }

    static ValidMail mail(String id, String body, String group, String delay, String timeToLive, String replyTo) {
        return new ValidMail(
                id,
                "t",
                body,
                body.length(),
                null,
                null,
                null,
                replyTo == null ? null : Address.parse(replyTo).orElseThrow(),
                null,
                group,
                delay == null ? Duration.ZERO : Duration.parse(delay),
                timeToLive == null ? null : Duration.parse(timeToLive));
    }

    MailStore.Box box(String name) {
        return inTransaction(
                connection -> store(connection).open(Set.of(name)).boxes().get(name));
    }

    MailSweep.Swept sweep(List<dev.parley.message.Outgoing> posted) {
        return inTransaction(connection -> {
            MailStore store = store(connection);
            MailWork work = new MailWork(store, now, Duration.ofDays(7), () -> "i", () -> "s");
            MailSweep.Swept swept =
                    new MailSweep(store, work, new MailboxTable(connection)::name, posted::add).sweep(100);
            work.finish();
            return swept;
        });
    }
}
