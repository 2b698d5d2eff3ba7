package dev.parley.topic.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.engine.jdbc.Sql;
import dev.parley.topic.event.Asked;
import dev.parley.topic.event.NewEvent;
import dev.parley.topic.event.StoredEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The log of all topics. An event is inserted without a number, by whoever publishes it and however long that takes; it
 * is numbered when it is committed, by one at a time in a topic. So what is read behind a number is all that there is.
 */
final class EventTable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> ATTRIBUTES = new TypeReference<>() {};
    private static final String SELECT =
            "select topic, number, message_id, type, source, event_key, attributes, body, published_at, hops,"
                    + " conversation_id, ticket, answer_until from parley_event";

    private final Connection connection;

    EventTable(Connection connection) {
        this.connection = connection;
    }

    /** What is put into the places of a statement. */
    @FunctionalInterface
    private interface Values {
        void into(PreparedStatement statement) throws SQLException;
    }

    /**
     * An event that was published before.
     *
     * @param hash the hash of its content
     * @param body its body, JSON text
     * @param conversationId the conversation that gathers what comes back of it; null if nothing does
     */
    record Known(String hash, String body, @Nullable String conversationId) {}

    /**
     * True if it was inserted. It is not if its publisher has published one with its id.
     *
     * @param asked what those are asked for who get it; null for nothing
     */
    boolean insert(NewEvent event, @Nullable Asked asked, int hops, Instant now, Duration retention)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into parley_event (topic, number, message_id, sender, hash, type, source, event_key,"
                        + " attributes, body, published_at, expires_at, hops, conversation_id, ticket, answer_until)"
                        + " values (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict do nothing")) {
            insert.setString(1, event.topic());
            insert.setString(2, event.messageId());
            insert.setString(3, event.sender());
            insert.setString(4, event.hash());
            insert.setString(5, event.type());
            insert.setString(6, event.source());
            insert.setString(7, event.key());
            insert.setString(8, text(event.attributes()));
            insert.setString(9, event.body());
            insert.setObject(10, Sql.time(now));
            insert.setObject(11, Sql.time(now.plus(retention)));
            insert.setInt(12, hops);
            insert.setString(13, asked == null ? null : asked.conversationId());
            insert.setString(14, asked == null ? null : asked.ticket());
            insert.setObject(15, asked == null ? null : Sql.time(asked.until()));
            return insert.executeUpdate() > 0;
        }
    }

    /** The event with that id; empty if there is none. */
    Optional<Known> known(NewEvent event) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select hash, body, conversation_id from parley_event where topic = ? and sender = ? and"
                        + " message_id = ?")) {
            select.setString(1, event.topic());
            select.setString(2, event.sender());
            select.setString(3, event.messageId());
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Known(row.getString(1), row.getString(2), row.getString(3)))
                        : Optional.empty();
            }
        }
    }

    /** Topics with events that have no number yet. */
    List<String> unnumbered() throws SQLException {
        List<String> topics = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("select t.name from parley_topic t where exists"
                        + " (select 1 from parley_event e where e.topic = t.name and e.number = 0) order by t.name");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                topics.add(row.getString(1));
            }
        }
        return topics;
    }

    /**
     * Numbers events of a topic that are committed, and keeps others from doing so until the end of the transaction.
     *
     * @return how many; fewer than that only if there are no more
     */
    int number(String topic, int most) throws SQLException {
        Long last = lockLast(topic);
        if (last == null) {
            change("delete from parley_event where topic = ?", delete -> delete.setString(1, topic));
            return 0;
        }
        List<Long> positions = positions(topic, most);
        if (positions.isEmpty()) {
            return 0;
        }
        List<Long> places = new ArrayList<>();
        for (int i = 0; i < positions.size(); i++) {
            places.add((long) i);
        }
        try (PreparedStatement update =
                connection.prepareStatement("update parley_event set number = ? where position = ?")) {
            Sql.executeForEach(update, places, place -> {
                update.setLong(1, last + place + 1);
                update.setLong(2, positions.get(place.intValue()));
            });
        }
        change("update parley_topic set last_number = ? where name = ?", update -> {
            update.setLong(1, last + positions.size());
            update.setString(2, topic);
        });
        return positions.size();
    }

    private @Nullable Long lockLast(String topic) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select last_number from parley_topic where name = ? for update")) {
            select.setString(1, topic);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : null;
            }
        }
    }

    private List<Long> positions(String topic, int most) throws SQLException {
        List<Long> positions = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("select position from parley_event where topic = ?"
                + " and number = 0 order by topic, number, position limit ?")) {
            select.setString(1, topic);
            select.setInt(2, most);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    positions.add(row.getLong(1));
                }
            }
        }
        return positions;
    }

    /** The number of the last event of a topic that has one; 0 if there is none, or no such topic. */
    long last(String topic) throws SQLException {
        return number("select last_number from parley_topic where name = ?", select -> select.setString(1, topic));
    }

    /** The number of the first event that is kept; the one behind the last if none is. */
    long first(String topic) throws SQLException {
        long first = number(
                "select coalesce(min(number), 0) from parley_event where topic = ? and number > 0",
                select -> select.setString(1, topic));
        return first == 0 ? last(topic) + 1 : first;
    }

    /** The number of the last event that was published before a time; 0 if there is none. */
    long lastBefore(String topic, Instant time) throws SQLException {
        return number(
                "select coalesce(max(number), 0) from parley_event where topic = ? and number > 0 and published_at < ?",
                select -> {
                    select.setString(1, topic);
                    select.setObject(2, Sql.time(time));
                });
    }

    private long number(String sql, Values values) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            values.into(select);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    /** When the first event behind a number was published; null if there is none. */
    @Nullable
    Instant publishedBehind(String topic, long number) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select published_at from parley_event"
                + " where topic = ? and number > ? order by topic, number limit 1")) {
            select.setString(1, topic);
            select.setLong(2, number);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Sql.instant(row, 1) : null;
            }
        }
    }

    /** Events behind a number, up to another one. */
    List<StoredEvent> range(String topic, long after, long to, int most) throws SQLException {
        return query(" where topic = ? and number > ? and number <= ? order by topic, number limit ?", select -> {
            select.setString(1, topic);
            select.setLong(2, after);
            select.setLong(3, to);
            select.setInt(4, most);
        });
    }

    /** Events with those numbers. */
    List<StoredEvent> of(String topic, Collection<Long> numbers) throws SQLException {
        return query(" where topic = ? and number in (" + Sql.places(numbers.size()) + ")", select -> {
            select.setString(1, topic);
            Sql.fill(select, 2, numbers);
        });
    }

    private List<StoredEvent> query(String rest, Values values) throws SQLException {
        List<StoredEvent> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT + rest)) {
            values.into(select);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(read(row));
                }
            }
        }
        return found;
    }

    private static StoredEvent read(ResultSet row) throws SQLException {
        return new StoredEvent(
                row.getString(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                attributes(row.getString(7)),
                row.getString(8),
                Sql.instant(row, 9),
                row.getInt(10),
                asked(row));
    }

    private static @Nullable Asked asked(ResultSet row) throws SQLException {
        String conversationId = row.getString(11);
        return conversationId == null ? null : new Asked(conversationId, row.getString(12), Sql.instant(row, 13));
    }

    private static String text(Map<String, String> attributes) {
        try {
            return JSON.writeValueAsString(attributes);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Attributes are texts", e);
        }
    }

    private static Map<String, String> attributes(String text) {
        try {
            return JSON.readValue(text, ATTRIBUTES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The attributes of an event cannot be read", e);
        }
    }

    /**
     * Removes events whose time is over. Those stay that a subscription has not looked at yet, or could not deliver,
     * unless it is paused.
     *
     * @return how many
     */
    int removeExpired(Instant now, int most) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(
                "delete from parley_event where position in (select e.position from parley_event e"
                        + " where e.expires_at <= ? and e.number > 0"
                        + " and not exists (select 1 from parley_subscription s where s.topic = e.topic"
                        + " and s.paused = false and s.done < e.number)"
                        + " and not exists (select 1 from parley_held_event h join parley_subscription s"
                        + " on s.name = h.subscription where h.number = e.number and s.topic = e.topic"
                        + " and s.paused = false)"
                        + " order by e.expires_at limit ?)")) {
            delete.setObject(1, Sql.time(now));
            delete.setInt(2, most);
            return delete.executeUpdate();
        }
    }

    /** The time at which the time of the next event is over. */
    Optional<Instant> nextExpiry(Instant now) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select min(expires_at) from parley_event where expires_at > ?")) {
            select.setObject(1, Sql.time(now));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return Optional.ofNullable(Sql.instantOrNull(row, 1));
            }
        }
    }

    /** Removes all events of a topic. */
    void removeAll(String topic) throws SQLException {
        change("delete from parley_event where topic = ?", delete -> delete.setString(1, topic));
    }

    private void change(String sql, Values values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            values.into(statement);
            statement.executeUpdate();
        }
    }
}
