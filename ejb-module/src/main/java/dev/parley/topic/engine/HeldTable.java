package dev.parley.topic.engine;

import dev.parley.engine.jdbc.Sql;
import dev.parley.message.Unicode;
import dev.parley.topic.subscription.HeldEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The table of events that could not be delivered yet. */
final class HeldTable {

    private static final int LONGEST_PROBLEM = 2000;

    private final Connection connection;

    HeldTable(Connection connection) {
        this.connection = connection;
    }

    /** What is put into the places of a statement. */
    @FunctionalInterface
    private interface Values {
        void into(PreparedStatement statement) throws SQLException;
    }

    /** Those that are to be tried again. */
    List<HeldEvent> due(String subscription, Instant now, int most) throws SQLException {
        return query(" and due_at <= ? order by subscription, due_at, number limit ?", select -> {
            select.setString(1, subscription);
            select.setObject(2, Sql.time(now));
            select.setInt(3, most);
        });
    }

    /** Those that were tried, the first ones. */
    List<HeldEvent> failures(String subscription, int most) throws SQLException {
        return query(" and attempts > 0 and problem is not null order by number limit ?", select -> {
            select.setString(1, subscription);
            select.setInt(2, most);
        });
    }

    /** Those of some numbers. */
    List<HeldEvent> of(String subscription, Collection<Long> numbers) throws SQLException {
        return query(" and number in (" + Sql.places(numbers.size()) + ") order by number", select -> {
            select.setString(1, subscription);
            Sql.fill(select, 2, numbers);
        });
    }

    /** The number of those of which it is not known yet what came of them. */
    int underWay(String subscription, Instant now) throws SQLException {
        return count(" and attempts > 0 and problem is null and due_at > ?", select -> {
            select.setString(1, subscription);
            select.setObject(2, Sql.time(now));
        });
    }

    private List<HeldEvent> query(String rest, Values values) throws SQLException {
        List<HeldEvent> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select number, event_key, attempts, due_at, problem from parley_held_event where subscription = ?"
                        + rest)) {
            values.into(select);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new HeldEvent(
                            row.getLong(1), row.getString(2), row.getInt(3), Sql.instant(row, 4), row.getString(5)));
                }
            }
        }
        return found;
    }

    Set<String> keys(String subscription) throws SQLException {
        Set<String> keys = new TreeSet<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select distinct event_key from parley_held_event where subscription = ? and event_key is not null")) {
            select.setString(1, subscription);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    keys.add(row.getString(1));
                }
            }
        }
        return keys;
    }

    int count(String subscription) throws SQLException {
        return count("", select -> select.setString(1, subscription));
    }

    /** The number of those that could not be delivered, or come after one that could not. */
    int failing(String subscription, Instant now) throws SQLException {
        return count(subscription) - underWay(subscription, now);
    }

    private int count(String rest, Values values) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select count(*) from parley_held_event where subscription = ?" + rest)) {
            values.into(select);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    void put(String subscription, HeldEvent event) throws SQLException {
        delete(subscription, event.number());
        change(
                "insert into parley_held_event (subscription, number, event_key, attempts, due_at, problem)"
                        + " values (?, ?, ?, ?, ?, ?)",
                insert -> {
                    insert.setString(1, subscription);
                    insert.setLong(2, event.number());
                    insert.setString(3, event.key());
                    insert.setInt(4, event.attempts());
                    insert.setObject(5, Sql.time(event.dueAt()));
                    insert.setString(
                            6, event.problem() == null ? null : Unicode.beginning(event.problem(), LONGEST_PROBLEM));
                });
    }

    private void delete(String subscription, long number) throws SQLException {
        change("delete from parley_held_event where subscription = ? and number = ?", delete -> {
            delete.setString(1, subscription);
            delete.setLong(2, number);
        });
    }

    /** Takes one out; the next one of its key is due now. */
    void remove(String subscription, HeldEvent event, Instant now) throws SQLException {
        delete(subscription, event.number());
        String key = event.key();
        if (key != null) {
            change(
                    "update parley_held_event set due_at = ? where subscription = ? and due_at = ? and number ="
                            + " (select min(h.number) from parley_held_event h where h.subscription = ? and h.event_key = ?)",
                    update -> {
                        update.setObject(1, Sql.time(now));
                        update.setString(2, subscription);
                        update.setObject(3, Sql.time(HeldEvent.WAITS));
                        update.setString(4, subscription);
                        update.setString(5, key);
                    });
        }
    }

    /** Has those that were tried be tried anew, at once. */
    void tryAnew(String subscription, Instant now) throws SQLException {
        change(
                "update parley_held_event set due_at = ?, attempts = 0 where subscription = ? and due_at < ?",
                update -> {
                    update.setObject(1, Sql.time(now));
                    update.setString(2, subscription);
                    update.setObject(3, Sql.time(HeldEvent.WAITS));
                });
    }

    /** Takes all of a subscription out. */
    void removeAll(String subscription) throws SQLException {
        change("delete from parley_held_event where subscription = ?", delete -> delete.setString(1, subscription));
    }

    private void change(String sql, Values values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            values.into(statement);
            statement.executeUpdate();
        }
    }
}
