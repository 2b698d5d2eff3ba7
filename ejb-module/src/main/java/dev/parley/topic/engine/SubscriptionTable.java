package dev.parley.topic.engine;

import dev.parley.engine.definitions.DefinitionRows;
import dev.parley.engine.definitions.DefinitionTable;
import dev.parley.engine.definitions.RowReading;
import dev.parley.engine.jdbc.Sql;
import dev.parley.message.Unicode;
import dev.parley.topic.subscription.Backlog;
import dev.parley.topic.subscription.HeldEvent;
import dev.parley.topic.subscription.Subscription;
import dev.parley.topic.subscription.SubscriptionDefinition;
import dev.parley.topic.subscription.SubscriptionKind;
import dev.parley.topic.subscription.SubscriptionState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** The table of subscriptions, with how far each of them is. */
final class SubscriptionTable {

    private static final int LONGEST_REASON = 2000;
    private static final String TIME = "cast(? as timestamp(6) with time zone)";

    private static final DefinitionTable<SubscriptionDefinition, Subscription> TABLE = DefinitionTable.of(
                    "parley_subscription", SubscriptionKind.SUBSCRIPTIONS)
            .initially("topic", "cast(? as varchar(100))", Subscription::topic)
            .initially("done", "cast(? as bigint)", subscription -> 0L)
            .initially("replay_done", "cast(? as bigint)", subscription -> 0L)
            .initially("replay_to", "cast(? as bigint)", subscription -> 0L)
            .initially("paused", "cast(? as boolean)", subscription -> false)
            .initially("delivered", "cast(? as bigint)", subscription -> 0L)
            .initially("parked", "cast(? as bigint)", subscription -> 0L)
            .initially("dropped", "cast(? as bigint)", subscription -> 0L)
            .initially("missed", "cast(? as bigint)", subscription -> 0L)
            .initially("served_at", TIME, subscription -> Sql.time(subscription.updatedAt()))
            .initially("due_at", TIME, subscription -> Sql.time(subscription.updatedAt()))
            .initially("retry_at", TIME, subscription -> Sql.time(HeldEvent.WAITS));

    /**
     * The subscriptions that are behind their topics: read by an index, without those that are not. The name of a topic
     * is written as an expression, by which topics cannot be looked up: otherwise H2, to which every table seems large,
     * reads all subscriptions first. And H2 looks up less-than as if it were at-most.
     */
    private static final String BEHIND =
            " from parley_topic t join parley_subscription s on s.topic = coalesce(t.name, '')"
                    + " and s.paused = false and s.done <= t.last_number - 1";

    /** The subscriptions of which something is to be delivered again by a time. */
    private static final String AGAIN = " from parley_subscription s where s.retry_at <= ? and s.paused = false";

    /** The last moment before {@link HeldEvent#WAITS}. */
    static final Instant EVER = HeldEvent.WAITS.minusSeconds(1);

    /** All topics. */
    static final int ALL = -1;

    /** The topic of what is delivered again, whichever that is. */
    private static final String ANY = "";

    private final Connection connection;
    private final DefinitionRows<SubscriptionDefinition, Subscription, SubscriptionState> rows;

    /** @param known what was read before, by name: a definition is read again only when its version is another */
    SubscriptionTable(Connection connection, ConcurrentMap<String, Subscription> known) {
        this.connection = connection;
        this.rows = new DefinitionRows<>(TABLE, new WithStanding(), connection, known);
    }

    private static final class WithStanding implements RowReading<Subscription, SubscriptionState> {

        @Override
        public List<String> columns() {
            return List.of(
                    "done", "replay_done", "replay_to", "paused", "reason", "delivered", "parked", "dropped", "missed");
        }

        @Override
        public SubscriptionState row(Subscription defined, ResultSet result) throws SQLException {
            return new SubscriptionState(
                    defined,
                    result.getLong(FIRST),
                    result.getLong(FIRST + 1),
                    result.getLong(FIRST + 2),
                    result.getBoolean(FIRST + 3),
                    result.getString(FIRST + 4),
                    result.getLong(FIRST + 5),
                    result.getLong(FIRST + 6),
                    result.getLong(FIRST + 7),
                    result.getLong(FIRST + 8));
        }

        @Override
        public Subscription defined(SubscriptionState row) {
            return row.subscription();
        }
    }

    /** The subscriptions, each with how far it is. */
    DefinitionRows<SubscriptionDefinition, Subscription, SubscriptionState> rows() {
        return rows;
    }

    /** The number of subscriptions of a topic. */
    int count(String topic) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select count(*) from parley_subscription where topic = ?")) {
            select.setString(1, topic);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /**
     * A part of the list of a topic by name.
     *
     * @param owner whose they are; null for everybody's
     */
    List<SubscriptionState> list(String topic, @Nullable String owner, String after, int most) throws SQLException {
        String rest = " where topic = ? and name > ?" + (owner == null ? "" : " and owner = ?")
                + " order by topic, name limit ?";
        return rows.select(rest, select -> {
            select.setString(1, topic);
            select.setString(2, topic + "/" + after);
            if (owner == null) {
                select.setInt(3, most);
            } else {
                select.setString(3, owner);
                select.setInt(4, most);
            }
        });
    }

    /** All subscriptions of a topic. */
    List<Subscription> ofTopic(String topic) throws SQLException {
        return rows.select(" where topic = ? order by topic, name", select -> select.setString(1, topic)).stream()
                .map(SubscriptionState::subscription)
                .toList();
    }

    /**
     * The statement for those that have something to do, with by how much they are behind and when they were served.
     * Its values are a time, names of topics, the time twice, by how much one is behind that is near, when those were
     * served that were served long ago, and how many at most.
     *
     * @param topics the number of topics whose subscriptions are read as to whether they are behind; or all
     */
    static String busy(int topics) {
        return "select w.name, w.behind, w.served_at from"
                + " (select b.name, b.served_at, max(b.behind) as behind from"
                + " (select s.name, s.served_at, t.last_number - s.done as behind" + BEHIND + " where s.due_at <= ?"
                + of(topics)
                + " union all select s.name, s.served_at, s.replay_to - s.replay_done as behind" + AGAIN
                + " and s.due_at <= ?) b group by b.name, b.served_at) w"
                + " order by case when w.behind <= ? or w.served_at <= ? then 0 else 1 end, w.served_at, w.name limit ?";
    }

    /**
     * The statement for topics of which subscriptions are behind, with the time at which the first of these has its
     * turn; the name is empty with the time at which something is delivered again. Its values are names of topics, and
     * the last time at which something is.
     *
     * @param topics the number of topics that are read; or all
     */
    static String next(int topics) {
        return "select s.topic, min(s.due_at)" + BEHIND + " where true" + of(topics) + " group by s.topic"
                + " union all select '" + ANY + "', min(greatest(s.due_at, s.retry_at))" + AGAIN;
    }

    private static String of(int topics) {
        return topics == ALL ? "" : " and t.name in (" + Sql.places(topics) + ")";
    }

    /**
     * Those that have something to do at a time.
     *
     * @param topics those whose subscriptions are read as to whether they are behind; null for all
     */
    List<Backlog> busy(@Nullable List<String> topics, Instant now, int most, long near, Instant longAgo)
            throws SQLException {
        List<Backlog> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(busy(count(topics)))) {
            select.setObject(1, Sql.time(now));
            int next = fill(select, 2, topics);
            select.setObject(next, Sql.time(now));
            select.setObject(next + 1, Sql.time(now));
            select.setLong(next + 2, near);
            select.setObject(next + 3, Sql.time(longAgo));
            select.setInt(next + 4, most);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new Backlog(row.getString(1), row.getLong(2), Sql.instant(row, 3)));
                }
            }
        }
        return found;
    }

    private static int count(@Nullable List<String> topics) {
        return topics == null ? ALL : Math.max(1, topics.size());
    }

    /** Puts the names of topics into their places; the number of the next place. */
    private static int fill(PreparedStatement select, int first, @Nullable List<String> topics) throws SQLException {
        if (topics == null) {
            return first;
        }
        return Sql.fill(select, first, topics.isEmpty() ? List.of(ANY) : topics);
    }

    /** Those of some names that do not stand still, locked, without those that somebody else has locked. */
    List<SubscriptionState> claim(List<String> names) throws SQLException {
        if (names.isEmpty()) {
            return List.of();
        }
        return rows.select(
                " where name in (" + Sql.places(names.size())
                        + ") and paused = false order by served_at, name for update skip locked",
                select -> Sql.fill(select, 1, names));
    }

    /**
     * What subscriptions have to do next.
     *
     * @param topics those whose subscriptions are read as to whether they are behind; null for all
     */
    NextTurns next(@Nullable List<String> topics) throws SQLException {
        Set<String> behind = new TreeSet<>();
        Instant first = null;
        try (PreparedStatement select = connection.prepareStatement(next(count(topics)))) {
            select.setObject(fill(select, 1, topics), Sql.time(EVER));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    behind.add(row.getString(1));
                    Instant due = Sql.instantOrNull(row, 2);
                    first = due != null && (first == null || due.isBefore(first)) ? due : first;
                }
            }
        }
        behind.remove(ANY);
        return new NextTurns(behind, first);
    }

    /**
     * Stores how far one is, when it was served, and that it may be served again. What is replayed is to be delivered
     * again now.
     */
    void store(SubscriptionState standing, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update parley_subscription set done = ?, replay_done = ?, replay_to = ?, paused = ?, reason = ?,"
                        + " delivered = ?, parked = ?, dropped = ?, missed = ?, served_at = ?, due_at = ?,"
                        + " retry_at = least(" + TIME + ", coalesce((select min(h.due_at) from parley_held_event h"
                        + " where h.subscription = ?), " + TIME + ")) where name = ?")) {
            String name = standing.subscription().name();
            String reason = standing.reason();
            update.setLong(1, standing.done());
            update.setLong(2, standing.replayDone());
            update.setLong(3, standing.replayTo());
            update.setBoolean(4, standing.paused());
            update.setString(5, reason == null ? null : Unicode.beginning(reason, LONGEST_REASON));
            update.setLong(6, standing.delivered());
            update.setLong(7, standing.parked());
            update.setLong(8, standing.dropped());
            update.setLong(9, standing.missed());
            update.setObject(10, Sql.time(now));
            update.setObject(11, Sql.time(now));
            update.setObject(12, Sql.time(standing.replayTo() > 0 ? now : HeldEvent.WAITS));
            update.setString(13, name);
            update.setObject(14, Sql.time(HeldEvent.WAITS));
            update.setString(15, name);
            update.executeUpdate();
        }
    }

    /** Has one not be served before a time. */
    void putOff(String name, Instant until) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update parley_subscription set due_at = ? where name = ?")) {
            update.setObject(1, Sql.time(until));
            update.setString(2, name);
            update.executeUpdate();
        }
    }
}
