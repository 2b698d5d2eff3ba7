package dev.parley.renewal.engine;

import dev.parley.engine.commit.Result;
import dev.parley.engine.jdbc.MigratedH2;
import dev.parley.engine.jdbc.Sql;
import dev.parley.message.Address;
import dev.parley.message.Caller;
import dev.parley.message.Outgoing;
import dev.parley.renewal.Grant;
import dev.parley.renewal.GrantEvent;
import dev.parley.renewal.GrantStore.PoolUsage;
import dev.parley.renewal.GrantWish;
import dev.parley.renewal.Pool;
import dev.parley.renewal.PoolDefinition;
import dev.parley.renewal.PoolDefinitionReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.jdbcx.JdbcDataSource;

/** Pools and grants in a database in memory, whose clock the test sets. */
final class GrantDatabase {

    static final Caller OLGA = new Caller("olga", false);
    static final Caller ALICE = new Caller("alice", false);
    static final Duration RETENTION = Duration.ofDays(7);

    private final JdbcDataSource database = new JdbcDataSource();
    private final ConcurrentMap<String, Pool> known = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong();
    private final List<Outgoing> posted = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-31T12:00:00Z");

    GrantDatabase() {
        database.setURL(
                "jdbc:h2:mem:grants;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=2000");
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

    /** What was sent since it was asked last. */
    List<Outgoing> posted() {
        List<Outgoing> sent = List.copyOf(posted);
        posted.clear();
        return sent;
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

    JdbcGrantStore store(Connection connection) {
        return new JdbcGrantStore(connection, now, known);
    }

    PoolTable pools(Connection connection) {
        return new PoolTable(connection, known);
    }

    /** Defines a pool that is for everybody. */
    void define(String name, String json) {
        PoolDefinition definition =
                PoolDefinitionReader.read(name, json.replaceFirst("\\}$", ", \"holders\": [\"*\"]}"));
        inTransaction(connection -> {
            var table = pools(connection).rows();
            Pool pool = new Pool(name, table.nextVersion(), OLGA.name(), definition, now, OLGA.name());
            if (!table.insert(pool)) {
                table.update(pool);
            }
            return true;
        });
    }

    PoolUsage pool(String name) {
        return inTransaction(connection -> pools(connection).rows().find(name));
    }

    GrantBatch.Answers run(GrantOrder... orders) {
        return inTransaction(connection -> run(connection, orders));
    }

    GrantBatch.Answers run(Connection connection, GrantOrder... orders) {
        return new GrantBatch(
                        store(connection),
                        RETENTION,
                        () -> String.format("grant-%04d", ids.incrementAndGet()),
                        posted::add)
                .run(List.of(orders));
    }

    private GrantSweep sweep(Connection connection) {
        return new GrantSweep(store(connection), RETENTION, () -> "secret-" + ids.incrementAndGet(), posted::add);
    }

    /** Does what is due, of an engine that has always been up. */
    GrantSweep.Swept due() {
        return inTransaction(connection -> {
            try (var update = connection.prepareStatement("update parley_uptime set seen_at = ?")) {
                update.setObject(1, Sql.time(now));
                update.executeUpdate();
            }
            return sweep(connection).due(100);
        });
    }

    /** Does what is due, of an engine that nobody has seen since. */
    GrantSweep.Swept dueAfterPause() {
        return inTransaction(connection -> sweep(connection).due(100));
    }

    GrantSweep.Swept hurry(String pool) {
        return inTransaction(connection -> sweep(connection).hurry(pool, false));
    }

    Result<?> one(GrantOrder order) {
        return run(order).outcomes().get(0);
    }

    /** Asks for a grant, and waits for it so long. */
    Grant take(String pool, String user, String wait) {
        return one(asking(pool, user, wait, null)).as(Grant.class);
    }

    Grant grant(String id) {
        return inTransaction(connection -> new GrantTable(connection).find(id));
    }

    static Address queueOf(String user) {
        return Address.queue("reply." + user);
    }

    static GrantOrder.Ask asking(String pool, String user, String wait, String key) {
        return new GrantOrder.Ask(pool, "user:" + user, new GrantWish(queueOf(user), Duration.parse(wait)), key);
    }

    static GrantOrder.Say saying(Grant grant, String user, GrantEvent event) {
        return saying(grant.id(), new Caller(user, false), event);
    }

    static GrantOrder.Say saying(String id, Caller caller, GrantEvent event) {
        return new GrantOrder.Say(null, id, new GrantOrder.Speaker("user:" + caller.name(), caller), event);
    }

    static GrantOrder.Say releasing(Grant grant, String user) {
        return saying(grant, user, new GrantEvent.Released());
    }
}
