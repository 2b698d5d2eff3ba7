package dev.parley.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.jdbc.Connections;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys of instances in a database: who finds whom, and who waits for whom. */
class StoredKeysTest {

    private final JdbcDataSource database = new JdbcDataSource();

    /** One connection. */
    private static final class On extends Connections {

        private final Connection connection;

        On(Connection connection) {
            this.connection = connection;
        }

        @Override
        public <T> T here(Work<T> work) {
            try {
                return work.with(connection);
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        }
    }

    @BeforeEach
    void migrate() throws SQLException {
        database.setURL("jdbc:h2:mem:keys;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;LOCK_TIMEOUT=20000;DB_CLOSE_DELAY=-1");
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("drop all objects");
            Flyway.configure()
                    .dataSource(database)
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            statement.execute("alter table parley_conversation add column pattern varchar(40) default 'process'");
        }
    }

    @SuppressWarnings("UnnecessaryAssignment") // there is no container here that injects
    private static StoredKeys keys(Connection connection) {
        StoredKeys keys = new StoredKeys();
        keys.connections = new On(connection);
        return keys;
    }

    private static void insert(Connection connection, String id, boolean ended, String orderId) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("insert into parley_conversation (id, version, status, operation, exchange, sender,"
                    + " message_id, correlation_id, acknowledge, attempts, journal_length, created_at, updated_at,"
                    + " expires_at, ended, due_at) values ('" + id + "', 0, 'RUNNING', 'order', 'in-out', 'user:ann',"
                    + " '" + id + "', 'k', false, 0, 1, now(), now(), now(), " + ended + ", now())");
            statement.execute("insert into parley_attribute values ('" + id + "', 'orderId', '" + orderId + "'), ('"
                    + id + "', 'country', 'CH')");
        }
    }

    @Test
    void findsTheInstancesThatGoOnWithAllThatTheKeySays() throws SQLException {
        try (Connection connection = database.getConnection()) {
            insert(connection, "c1", false, "7");
            insert(connection, "c2", true, "7");
            insert(connection, "c3", false, "8");
            StoredKeys keys = keys(connection);
            assertThat(keys.find("order", Map.of("orderId", "7", "country", "CH"), 2))
                    .containsExactly("c1");
            assertThat(keys.find("order", Map.of("country", "CH"), 2)).hasSize(2);
            assertThat(keys.find("order", Map.of("orderId", "7", "country", "AT"), 2))
                    .isEmpty();
            assertThat(keys.find("other", Map.of("orderId", "7"), 2)).isEmpty();
        }
    }

    @Test
    void letsOnlyOneBeginAtATimeAndLeavesNothing() throws Exception {
        Map<String, String> key = Map.of("orderId", "7");
        try (Connection one = database.getConnection();
                Connection other = database.getConnection()) {
            one.setAutoCommit(false);
            other.setAutoCommit(false);
            keys(one).hold("order", key);
            keys(other).hold("order", Map.of("orderId", "8"));
            CountDownLatch begun = new CountDownLatch(1);
            var waiting = CompletableFuture.supplyAsync(() -> {
                begun.countDown();
                keys(other).hold("order", key);
                return keys(other).find("order", key, 2);
            });
            begun.await();
            insert(one, "c1", false, "7");
            assertThat(waiting).isNotDone();
            one.commit();
            assertThat(waiting.get(20, TimeUnit.SECONDS)).containsExactly("c1");
            other.commit();
            try (var statement = one.createStatement();
                    var row = statement.executeQuery("select count(*) from parley_process_key")) {
                row.next();
                assertThat(row.getInt(1)).isZero();
            }
        }
    }
}
