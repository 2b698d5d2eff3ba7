package dev.parley.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.jdbc.MigratedH2;
import dev.parley.engine.metrics.Measurement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenConversationsTest {

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    private static final String INSERT = "insert into parley_conversation (id, version, status, operation, exchange,"
            + " sender, message_id, correlation_id, acknowledge, attempts, journal_length, created_at, updated_at,"
            + " expires_at, ended, due_at) values (?, 1, ?, 'o', 'in-out', 's', 'm', 'c', false, 0, 1, ?, ?, ?, ?, ?)";

    private final JdbcDataSource database = new JdbcDataSource();
    private final OpenConversations open = new OpenConversations();

    @BeforeEach
    @SuppressWarnings("UnnecessaryAssignment") // there is no container here
    void prepare() {
        database.setURL("jdbc:h2:mem:open;DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE");
        MigratedH2.prepare(database);
        open.clock = Clock.fixed(NOW, ZoneOffset.UTC);
    }

    @Test
    void nothingIsLateWhereThereIsNothing() throws SQLException {
        assertThat(measured()).containsEntry("parley.open", 0.0).containsEntry("parley.due.oldest", 0.0);
    }

    @Test
    void whatIsDueFirstCountsOfThoseThatGoOn() throws SQLException {
        insert("to-come", "RUNNING", false, Duration.ofMinutes(-1), Duration.ofHours(-1));
        insert("late", "STUCK", false, Duration.ofSeconds(90), Duration.ofHours(-1));
        insert("over", "SUCCEEDED", true, Duration.ofHours(5), Duration.ofHours(5));

        assertThat(measured())
                .containsEntry("parley.open", 2.0)
                .containsEntry("parley.stuck", 1.0)
                .containsEntry("parley.overdue", 1.0)
                .containsEntry("parley.due.oldest", 90.0);
    }

    @Test
    void aDeadlineThatHasPassedIsDueAsWell() throws SQLException {
        insert("expired", "RUNNING", false, Duration.ofMinutes(-1), Duration.ofSeconds(7));

        assertThat(measured()).containsEntry("parley.due.oldest", 7.0);
    }

    private Map<String, Double> measured() throws SQLException {
        try (Connection connection = database.getConnection()) {
            List<Measurement> all = open.measure(connection);
            return all.stream().collect(Collectors.toMap(Measurement::name, Measurement::value));
        }
    }

    private void insert(String id, String status, boolean ended, Duration dueAgo, Duration expiredAgo)
            throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, id);
            insert.setString(2, status);
            insert.setTimestamp(3, Timestamp.from(NOW));
            insert.setTimestamp(4, Timestamp.from(NOW));
            insert.setTimestamp(5, Timestamp.from(NOW.minus(expiredAgo)));
            insert.setBoolean(6, ended);
            insert.setTimestamp(7, Timestamp.from(NOW.minus(dueAgo)));
            insert.executeUpdate();
        }
    }
}
