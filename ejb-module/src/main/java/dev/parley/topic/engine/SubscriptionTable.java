package dev.parley.topic.engine;

import dev.parley.engine.definitions.DefinitionRows;
import dev.parley.engine.definitions.DefinitionTable;
import dev.parley.engine.definitions.Reading;
import dev.parley.engine.jdbc.Sql;
import dev.parley.message.Unicode;
import dev.parley.topic.subscription.HeldEvent;
import dev.parley.topic.subscription.Standing;
import dev.parley.topic.subscription.Subscription;
import dev.parley.topic.subscription.SubscriptionDefinition;
import dev.parley.topic.subscription.SubscriptionKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /** The names of those that have something to do at a time, which is given three times, and how many at most. */
    static final String BUSY = "select w.name from (select s.name, s.served_at" + BEHIND
            + " where s.due_at <= ? union select s.name, s.served_at" + AGAIN
            + " and s.due_at <= ?) w order by w.served_at, w.name limit ?";

    /** The time at which the next one has something to do, with the last at which something is delivered again. */
    static final String NEXT = "select min(w.due) from (select s.due_at as due" + BEHIND
            + " union all select greatest(s.due_at, s.retry_at) as due" + AGAIN + ") w";

    /** The last moment before {@link HeldEvent#WAITS}. */
    static final Instant EVER = HeldEvent.WAITS.minusSeconds(1);

    private final Connection connection;
    private final DefinitionRows<SubscriptionDefinition, Subscription, Standing> rows;

    /** @param known what was read before, by name: a definition is read again only when its version is another */
    SubscriptionTable(Connection connection, ConcurrentMap<String, Subscription> known) {
        this.connection = connection;
        this.rows = new DefinitionRows<>(TABLE, new WithStanding(), connection, known);
    }

    private static final class WithStanding implements Reading<Subscription, Standing> {

        @Override
        public List<String> columns() {
            return List.of(
                    "done", "replay_done", "replay_to", "paused", "reason", "delivered", "parked", "dropped", "missed");
        }

        @Override
        public Standing row(Subscription defined, ResultSet result) throws SQLException {
            return new Standing(
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
        public Subscription defined(Standing row) {
            return row.subscription();
        }
    }

    /** The subscriptions, each with how far it is. */
    DefinitionRows<SubscriptionDefinition, Subscription, Standing> rows() {
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
    List<Standing> list(String topic, @Nullable String owner, String after, int most) throws SQLException {
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
                .map(Standing::subscription)
                .toList();
    }

    /** Those that have something to do at a time, locked, without those that somebody else has locked. */
    List<Standing> claim(Instant now, int most) throws SQLException {
        List<String> names = busy(now, most);
        if (names.isEmpty()) {
            return List.of();
        }
        return rows.select(
                " where name in (" + Sql.places(names.size())
                        + ") and paused = false order by served_at, name for update skip locked",
                select -> Sql.fill(select, 1, names));
    }

    private List<String> busy(Instant now, int most) throws SQLException {
        List<String> names = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(BUSY)) {
            select.setObject(1, Sql.time(now));
            select.setObject(2, Sql.time(now));
            select.setObject(3, Sql.time(now));
            select.setInt(4, most);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    names.add(row.getString(1));
                }
            }
        }
        return names;
    }

    /** The time at which the next one has something to do; empty if none has. */
    Optional<Instant> next() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NEXT)) {
            select.setObject(1, Sql.time(EVER));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return Optional.ofNullable(Sql.instantOrNull(row, 1));
            }
        }
    }

    /**
     * Stores how far one is, when it was served, and that it may be served again. What is replayed is to be delivered
     * again now.
     */
    void store(Standing standing, Instant now) throws SQLException {
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
