package dev.parley.engine.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.parley.engine.jdbc.MigratedH2;
import dev.parley.engine.wire.WireMessage;
import dev.parley.message.Address;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The outbox's table in transactions of several nodes at once. */
class OutboxTableTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

    private final JdbcDataSource database = new JdbcDataSource();
    private final List<Connection> open = new ArrayList<>();

    @BeforeEach
    void migrate() {
        database.setURL(
                "jdbc:h2:mem:outbox;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=1000");
        MigratedH2.prepare(database);
    }

    @AfterEach
    void close() throws SQLException {
        for (Connection connection : open) {
            connection.rollback();
            connection.close();
        }
    }

    private Connection begin() throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        open.add(connection);
        return connection;
    }

    private static WireMessage message(String body, String group) {
        return new WireMessage(
                Address.queue("reply.alice"),
                "t",
                "k",
                null,
                group,
                Map.of("Kind", "Reply"),
                body,
                Duration.ZERO,
                null);
    }

    @Test
    void knowsWhatIsInAGroup() throws SQLException {
        write("group", "first");
        write(null, "alone");

        assertThat(new OutboxTable(begin()).claim(NOW, 2))
                .extracting(OutboxRow::body, OutboxRow::isInGroup)
                .containsExactly(tuple("first", true), tuple("alone", false));
    }

    private void write(String group, String... bodies) throws SQLException {
        Connection connection = begin();
        for (String body : bodies) {
            new OutboxTable(connection).insert(List.of(message(body, group)), List.of("id-" + body), NOW);
        }
        connection.commit();
    }

    private static List<OutboxRow> claim(Connection connection, int most) throws SQLException {
        return new OutboxTable(connection).claim(NOW, most);
    }

    private static List<String> bodies(Connection connection, int most) throws SQLException {
        return claim(connection, most).stream().map(OutboxRow::body).toList();
    }

    @Test
    void givesBackWhatWasWrittenInItsOrder() throws SQLException {
        Connection writing = begin();
        List<WireMessage> messages = List.of(message("a", null), message("b", "g"));
        new OutboxTable(writing).insert(messages, List.of("1", "2"), NOW);
        writing.commit();
        List<OutboxRow> rows = claim(begin(), 10);
        assertThat(rows).extracting(OutboxRow::message).isEqualTo(messages);
        assertThat(rows).extracting(OutboxRow::id).containsExactly("1", "2");
        assertThat(rows).extracting(OutboxRow::writtenAt).containsOnly(NOW);
    }

    @Test
    void givesNobodyWhatAnotherNodeIsSending() throws SQLException {
        write(null, "a", "b", "c", "d");
        assertThat(bodies(begin(), 2)).containsExactly("a", "b");
        assertThat(bodies(begin(), 2)).containsExactly("c", "d");
        assertThat(bodies(begin(), 2)).isEmpty();
    }

    @Test
    void keepsWhatWasClaimedByANodeThatDied() throws SQLException {
        write(null, "a", "b");
        Connection dead = begin();
        assertThat(bodies(dead, 2)).hasSize(2);
        dead.rollback();
        assertThat(bodies(begin(), 2)).containsExactly("a", "b");
    }

    @Test
    void forgetsWhatWasSent() throws SQLException {
        write(null, "a", "b");
        Connection sending = begin();
        new OutboxTable(sending).delete(claim(sending, 1));
        sending.commit();
        assertThat(bodies(begin(), 2)).containsExactly("b");
    }

    @Test
    void keepsTheOrderOfAGroupWhoeverSends() throws SQLException {
        write("g", "first", "second");
        write(null, "other");
        Connection one = begin();
        List<OutboxRow> first = claim(one, 10);
        assertThat(first).extracting(OutboxRow::body).containsExactly("first", "other");
        assertThat(bodies(begin(), 10)).isEmpty();
        new OutboxTable(one).delete(first);
        assertThat(bodies(begin(), 10)).as("before the commit").isEmpty();
        one.commit();
        assertThat(bodies(begin(), 10)).containsExactly("second");
    }

    @Test
    void putsOffOneWithAllThatFollowsInItsGroup() throws SQLException {
        write("g", "first", "second");
        write(null, "other");
        Connection sending = begin();
        new OutboxTable(sending).putOff(claim(sending, 1).get(0), NOW.plusSeconds(1));
        sending.commit();
        assertThat(bodies(begin(), 10)).containsExactly("other");
        List<OutboxRow> later = new OutboxTable(begin()).claim(NOW.plusSeconds(1), 10);
        assertThat(later).extracting(OutboxRow::body).containsExactly("first");
        assertThat(later.get(0).tries()).isEqualTo(1);
    }

    @Test
    void takesNamesOfAnyLength() throws SQLException {
        Connection writing = begin();
        WireMessage longest = new WireMessage(
                Address.queue("reply." + "x".repeat(5000)),
                "t",
                "k".repeat(5000),
                null,
                "g".repeat(5000),
                Map.of(),
                "",
                Duration.ZERO,
                null);
        new OutboxTable(writing).insert(List.of(longest), List.of("1"), NOW);
        writing.commit();
        assertThat(claim(begin(), 1)).extracting(OutboxRow::message).containsExactly(longest);
    }
}
