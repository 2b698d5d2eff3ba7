package dev.parley.topic.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.jdbc.MigratedH2;
import dev.parley.topic.subscription.Backlog;
import dev.parley.topic.subscription.HeldEvent;
import dev.parley.topic.subscription.ServingPolicy;
import dev.parley.topic.subscription.SubscriptionState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many events, and many subscriptions that have nothing to do: whoever looks for one that has does not read them. */
class ManySubscriptionsTest {

    private static final int SUBSCRIPTIONS = 1_000;
    private static final int EVENTS = 20_000;
    /** Rows that a statement may read: a few, and not one for each subscription. */
    private static final int FEW = 50;

    /** By how many events one is behind at most that is near. */
    private static final long NEAR = 100;

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final Pattern READ = Pattern.compile("scanCount: ([0-9]+)");

    private final JdbcDataSource database = new JdbcDataSource();
    private Connection connection;

    @BeforeEach
    void fill() throws SQLException {
        database.setURL("jdbc:h2:mem:many-subscriptions;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;"
                + "DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1");
        MigratedH2.prepare(database);
        connection = database.getConnection();
        change("insert into parley_topic (name, version, owner, definition, last_number, updated_at, updated_by)"
                + " select 't' || n, n, 'olga', '{}', " + EVENTS + ", '" + NOW + "', 'olga'"
                + " from system_range(1, 3) numbers (n)");
        change("insert into parley_event (topic, number, message_id, sender, hash, type, source, attributes, body,"
                + " hops, published_at, expires_at) select 't1', n, 'm' || n, 'user:ann', 'h', 'placed', '/shop', '{}',"
                + " '{}', 0, '" + NOW + "', '" + NOW.plusSeconds(60) + "'"
                + " from system_range(1, " + EVENTS + ") numbers (n)");
        change("insert into parley_subscription (name, version, owner, definition, topic, done, replay_done, replay_to,"
                + " paused, delivered, parked, dropped, missed, served_at, due_at, retry_at, updated_at, updated_by)"
                + " select 't1/s' || n, n, 'olga', '{\"to\":\"queue:reply.b\"}', 't1', " + EVENTS
                + ", 0, 0, false, 0, 0, 0, 0, '" + NOW + "', '" + NOW + "', '" + HeldEvent.WAITS + "', '" + NOW
                + "', 'olga' from system_range(1, " + SUBSCRIPTIONS + ") numbers (n)");
        change("analyze");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private void change(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The rows that a statement reads, as the database counts them. */
    private int rowsRead(String sql, Object... values) throws SQLException {
        int read = 0;
        try (PreparedStatement explain = connection.prepareStatement("explain analyze " + sql)) {
            for (int i = 0; i < values.length; i++) {
                explain.setObject(i + 1, values[i]);
            }
            try (ResultSet plan = explain.executeQuery()) {
                plan.next();
                Matcher counted = READ.matcher(plan.getString(1));
                while (counted.find()) {
                    read += Integer.parseInt(counted.group(1));
                }
            }
        }
        return read;
    }

    private static Object time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private int readForBusy() throws SQLException {
        return rowsRead(
                SubscriptionTable.busy(SubscriptionTable.ALL), time(NOW), time(NOW), time(NOW), NEAR, time(NOW), 20);
    }

    private int readForNext() throws SQLException {
        return rowsRead(SubscriptionTable.next(SubscriptionTable.ALL), time(SubscriptionTable.EVER));
    }

    private SubscriptionTable table() {
        return new SubscriptionTable(connection, new ConcurrentHashMap<>());
    }

    private List<String> busy() throws SQLException {
        return busyOf(null);
    }

    private List<String> busyOf(@Nullable List<String> topics) throws SQLException {
        return table().busy(topics, NOW, 20, NEAR, NOW.minusSeconds(1)).stream()
                .map(Backlog::name)
                .toList();
    }

    @Test
    void noneHasWorkAndNoneIsRead() throws SQLException {
        assertThat(busy()).isEmpty();
        assertThat(readForBusy()).isLessThan(FEW);
        assertThat(readForNext()).isLessThan(FEW);
        assertThat(table().next(null)).isEqualTo(new NextTurns(Set.of(), null));
    }

    @Test
    void oneBeginsAtTheBeginningAndOneIsTriedAgain() throws SQLException {
        change("update parley_subscription set done = 0 where name = 't1/s500'");
        change("update parley_subscription set retry_at = '" + NOW + "' where name = 't1/s700'");
        assertThat(busy()).containsExactlyInAnyOrder("t1/s500", "t1/s700");
        assertThat(readForBusy()).isLessThan(FEW);
        assertThat(readForNext()).isLessThan(FEW);
    }

    @Test
    void topicsThatHaveNothingToDoAreNotRead() throws SQLException {
        change("insert into parley_topic (name, version, owner, definition, last_number, updated_at, updated_by)"
                + " select 'idle' || n, n + 10, 'olga', '{}', 1, '" + NOW + "', 'olga'"
                + " from system_range(1, 1000) numbers (n)");
        change("update parley_subscription set done = 0 where name = 't1/s500'");
        change("analyze");

        assertThat(readForBusy()).as("all topics").isGreaterThan(FEW);
        assertThat(rowsRead(SubscriptionTable.busy(1), time(NOW), "t1", time(NOW), time(NOW), NEAR, time(NOW), 20))
                .isLessThan(FEW);
        assertThat(rowsRead(SubscriptionTable.next(1), "t1", time(SubscriptionTable.EVER)))
                .isLessThan(FEW);
        assertThat(busyOf(List.of("t1", "t2"))).containsExactly("t1/s500");
        assertThat(busyOf(List.of("t2"))).isEmpty();
        assertThat(busyOf(List.of())).isEmpty();
        assertThat(table().next(List.of("t1", "t2"))).isEqualTo(new NextTurns(Set.of("t1"), NOW));
    }

    @Test
    void whatIsToBeTriedAgainIsFoundWhicheverTopicsAreRead() throws SQLException {
        change("update parley_subscription set retry_at = '" + NOW + "' where name = 't1/s700'");
        assertThat(busyOf(List.of("t2"))).containsExactly("t1/s700");
        assertThat(table().next(List.of("t2"))).isEqualTo(new NextTurns(Set.of(), NOW));
    }

    @Test
    void thoseThatAreFarBehindComeLastUnlessTheyWereServedLongAgo() throws SQLException {
        for (int i = 1; i <= 20; i++) {
            behind("t1/s" + i, 1_000, NOW.minusMillis(900));
        }
        behind("t1/s21", 1, NOW);
        assertThat(busy()).startsWith("t1/s21").hasSize(20);
        behind("t1/s22", 1_000, NOW.minusSeconds(2));
        assertThat(busy()).startsWith("t1/s22", "t1/s21");

        assertThat(table().busy(List.of("t1"), NOW, 1, Long.MAX_VALUE, NOW))
                .as("with how far they are behind, and since when")
                .containsExactly(new Backlog("t1/s22", 1_000, NOW.minusSeconds(2)));
    }

    @Test
    void manyThatHaveWaitedForLongLeaveNoRoomUnlessThoseThatAreNearGoFirst() throws SQLException {
        for (int i = 1; i <= 20; i++) {
            behind("t1/s" + i, 1_000, NOW.minusSeconds(5));
        }
        behind("t1/s21", 1, NOW);
        assertThat(busy()).doesNotContain("t1/s21");
        assertThat(table().busy(null, NOW, 20, NEAR, NOW.minus(ServingPolicy.ENDLESS)).stream()
                        .map(Backlog::name))
                .startsWith("t1/s21")
                .hasSize(20);
    }

    private void behind(String name, long by, Instant servedAt) throws SQLException {
        change("update parley_subscription set done = " + (EVENTS - by) + ", served_at = '" + servedAt
                + "' where name = '" + name + "'");
    }

    /** So that it is known that what is counted are rows. */
    @Test
    void withoutTheIndexesAllAreRead() throws SQLException {
        change("drop index parley_subscription_behind_ix");
        change("drop index parley_subscription_retry_ix");
        assertThat(readForBusy()).isGreaterThanOrEqualTo(SUBSCRIPTIONS);
        assertThat(readForNext()).isGreaterThanOrEqualTo(SUBSCRIPTIONS);
    }

    @Test
    void whatIsReplayedIsFound() throws SQLException {
        SubscriptionTable table = table();
        SubscriptionState there = table.rows()
                .select(" where name = ?", select -> select.setString(1, "t1/s3"))
                .get(0);
        table.store(there.replaying(0, 10), NOW);
        assertThat(busy()).containsExactly("t1/s3");
        assertThat(table.next(List.of())).isEqualTo(new NextTurns(Set.of(), NOW));

        table.store(there, NOW);
        assertThat(busy()).isEmpty();
    }

    @Test
    void oneThatIsPausedHasNoWork() throws SQLException {
        change("update parley_subscription set done = 0, paused = true");
        assertThat(busy()).isEmpty();
        assertThat(readForBusy()).isLessThan(FEW);
    }

    @Test
    void thePageOfOneThatIsFarBehindIsReadAlone() throws SQLException {
        int read = rowsRead(
                "select position from parley_event where topic = ? and number > ? and number <= ?"
                        + " order by topic, number limit ?",
                "t1",
                100L,
                (long) EVENTS,
                10);
        assertThat(read).isLessThan(FEW);
    }
}
