package dev.parley.topic.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.engine.commit.Locked;
import dev.parley.engine.jdbc.MigratedH2;
import dev.parley.engine.jdbc.Patience;
import dev.parley.topic.Topic;
import dev.parley.topic.TopicKind;
import dev.parley.topic.event.Asked;
import dev.parley.topic.event.NewEvent;
import dev.parley.topic.event.StoredEvent;
import dev.parley.topic.subscription.HeldEvent;
import dev.parley.topic.subscription.Subscription;
import dev.parley.topic.subscription.SubscriptionKind;
import dev.parley.topic.subscription.SubscriptionState;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tables of topics, in a database in memory. */
class TopicTablesTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final String BILLING = "orders/billing";

    private final JdbcDataSource database = new JdbcDataSource();

    @BeforeEach
    void prepare() {
        database.setURL(
                "jdbc:h2:mem:topics;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=2000");
        MigratedH2.prepare(database);
        inTransaction(connection -> {
            var rows = TopicTable.rows(connection, new ConcurrentHashMap<>());
            Topic topic =
                    TopicKind.STORED.defined("orders", 1, "olga", TopicKind.STORED.read("orders", "{}"), NOW, "olga");
            return rows.insert(topic);
        });
    }

    /** Work in a transaction. */
    @FunctionalInterface
    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    private Connection begin() throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private <T> T inTransaction(Work<T> work) {
        try (Connection connection = begin()) {
            T result = work.with(connection);
            connection.commit();
            return result;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static NewEvent event(String id) {
        return new NewEvent("orders", "user:ann", id, "placed", "/shop", null, Map.of("tenant", "eu"), "{}");
    }

    private static boolean publish(Connection connection, String id) throws SQLException {
        return new EventTable(connection).insert(event(id), null, 3, NOW, Duration.ofHours(1));
    }

    @Test
    void anEventThatSomebodyElseIsPublishingKeepsNobodyWaiting() throws SQLException {
        try (Connection other = begin()) {
            assertThat(publish(other, "a")).isTrue();

            assertThatThrownBy(() -> inTransaction(connection -> publishShared(connection, "a")))
                    .isInstanceOf(Locked.class);
            boolean another = inTransaction(connection -> publishShared(connection, "b"));
            assertThat(another).isTrue();

            other.commit();
        }
        boolean again = inTransaction(connection -> publishShared(connection, "a"));
        assertThat(again).isFalse();
    }

    private static boolean publishShared(Connection connection, String id) throws SQLException {
        return Patience.limited(connection, Patience.SHORTEST, () -> publish(connection, id));
    }

    private int number() {
        return inTransaction(connection -> new EventTable(connection).number("orders", 100));
    }

    private List<String> behind(long number) {
        return inTransaction(connection -> new EventTable(connection).range("orders", number, 1000, 1000)).stream()
                .map(StoredEvent::messageId)
                .toList();
    }

    private void subscribe(long done) {
        inTransaction(connection -> {
            SubscriptionTable table = new SubscriptionTable(connection, new ConcurrentHashMap<>());
            Subscription subscription = SubscriptionKind.SUBSCRIPTIONS.defined(
                    BILLING,
                    1,
                    "olga",
                    SubscriptionKind.SUBSCRIPTIONS.read(BILLING, "{\"to\":\"queue:reply.b\"}"),
                    NOW,
                    "olga");
            table.rows().insert(subscription);
            table.store(SubscriptionState.at(subscription, done), NOW);
            return true;
        });
    }

    private NextTurns next() {
        return inTransaction(connection -> new SubscriptionTable(connection, new ConcurrentHashMap<>()).next(null));
    }

    private static JdbcSubscriptionLog log(Connection connection) {
        return new JdbcSubscriptionLog(connection, new ConcurrentHashMap<>(), NOW);
    }

    @Test
    void anEventIsThereWithAllThatWasSaidOfIt() {
        inTransaction(connection -> publish(connection, "a"));
        assertThat(behind(0)).isEmpty();

        assertThat(number()).isEqualTo(1);

        StoredEvent stored = inTransaction(connection -> new EventTable(connection).range("orders", 0, 1, 10))
                .get(0);
        assertThat(stored)
                .isEqualTo(new StoredEvent(
                        "orders", 1, "a", "placed", "/shop", null, Map.of("tenant", "eu"), "{}", NOW, 3));
    }

    @Test
    void anEventOfWhichSomethingComesBackSaysWhere() {
        Asked asked = new Asked("c", "secret", NOW.plusSeconds(60));
        inTransaction(connection -> new EventTable(connection).insert(event("a"), asked, 3, NOW, Duration.ofHours(1)));
        number();

        StoredEvent stored = inTransaction(connection -> new EventTable(connection).range("orders", 0, 1, 10))
                .get(0);
        assertThat(stored.asked(NOW)).isEqualTo(asked);
        assertThat(stored.asked(NOW.plusSeconds(60))).isNull();
        assertThat(this.<Optional<EventTable.Known>>inTransaction(
                        connection -> new EventTable(connection).known(event("a"))))
                .contains(new EventTable.Known(event("a").hash(), "{}", "c"));
    }

    @Test
    void whatIsPublishedTwiceIsThereOnce() {
        inTransaction(connection -> publish(connection, "a"));

        assertThat(this.<Boolean>inTransaction(connection -> publish(connection, "a")))
                .isFalse();
        assertThat(this.<Optional<EventTable.Known>>inTransaction(
                        connection -> new EventTable(connection).known(event("a"))))
                .contains(new EventTable.Known(event("a").hash(), "{}", null));
        assertThat(number()).isEqualTo(1);
    }

    /** The first one commits last: whoever has read up to the other one still gets it. */
    @Test
    void whatCommitsLateComesBehindWhatWasReadBefore() throws SQLException {
        try (Connection slow = begin()) {
            publish(slow, "slow");
            inTransaction(connection -> publish(connection, "quick"));
            number();
            assertThat(behind(0)).containsExactly("quick");
            slow.commit();
        }

        number();

        assertThat(behind(1)).containsExactly("slow");
        assertThat(this.<Long>inTransaction(connection -> new EventTable(connection).last("orders")))
                .isEqualTo(2);
    }

    @Test
    void topicsWithNewEventsAreFound() {
        assertThat(this.<List<String>>inTransaction(connection -> new EventTable(connection).unnumbered()))
                .isEmpty();
        inTransaction(connection -> publish(connection, "a"));
        assertThat(this.<List<String>>inTransaction(connection -> new EventTable(connection).unnumbered()))
                .containsExactly("orders");
    }

    @Test
    void aSubscriptionIsClaimedByOneAndOnlyIfThereIsSomethingToDo() throws SQLException {
        subscribe(0);
        assertThat(this.<List<SubscriptionState>>inTransaction(
                        connection -> log(connection).claim(10)))
                .isEmpty();
        assertThat(next()).isEqualTo(new NextTurns(Set.of(), null));
        inTransaction(connection -> publish(connection, "a"));
        number();
        assertThat(next()).isEqualTo(new NextTurns(Set.of("orders"), NOW));

        try (Connection one = begin()) {
            assertThat(log(one).claim(10)).hasSize(1);
            assertThat(this.<List<SubscriptionState>>inTransaction(
                            connection -> log(connection).claim(10)))
                    .isEmpty();
            one.rollback();
        }
        assertThat(this.<List<SubscriptionState>>inTransaction(
                        connection -> log(connection).claim(10)))
                .hasSize(1);
    }

    @Test
    void whatComesBehindAHeldEventIsDueWhenThatIsDelivered() {
        subscribe(0);
        HeldEvent first = new HeldEvent(1, "k", 1, NOW, "mailbox-full: later");
        inTransaction(connection -> {
            JdbcSubscriptionLog log = log(connection);
            log.hold(BILLING, first);
            log.hold(BILLING, new HeldEvent(2, "k", 0, HeldEvent.WAITS, null));
            log.hold(BILLING, new HeldEvent(3, "k", 0, HeldEvent.WAITS, null));
            return true;
        });
        assertThat(this.<List<HeldEvent>>inTransaction(
                        connection -> log(connection).due(BILLING, 10)))
                .containsExactly(first);
        assertThat(this.<Set<String>>inTransaction(connection -> log(connection).heldKeys(BILLING)))
                .isEqualTo(Set.of("k"));

        inTransaction(connection -> {
            log(connection).release(BILLING, first);
            return true;
        });

        assertThat(this.<List<HeldEvent>>inTransaction(
                        connection -> log(connection).due(BILLING, 10)))
                .containsExactly(new HeldEvent(2, "k", 0, NOW, null));
        assertThat(this.<Integer>inTransaction(connection -> log(connection).held(BILLING)))
                .isEqualTo(2);
    }

    @Test
    void whatIsWantedOutlivesItsRetention() {
        subscribe(0);
        inTransaction(connection -> publish(connection, "a") && publish(connection, "b"));
        number();
        Instant later = NOW.plus(Duration.ofHours(2));
        assertThat(this.<Integer>inTransaction(connection -> new EventTable(connection).removeExpired(NOW, 10)))
                .isZero();
        assertThat(this.<Integer>inTransaction(connection -> new EventTable(connection).removeExpired(later, 10)))
                .isZero();

        inTransaction(connection -> {
            SubscriptionState there = log(connection).claim(1).get(0);
            log(connection).hold(BILLING, new HeldEvent(1, null, 1, NOW, "no"));
            log(connection).store(there.lookedAt(2, 0));
            return true;
        });

        assertThat(this.<Integer>inTransaction(connection -> new EventTable(connection).removeExpired(later, 10)))
                .isEqualTo(1);
        assertThat(behind(0)).containsExactly("a");
    }
}
