package dev.parley.renewal.engine;

import dev.parley.engine.jdbc.Sql;
import dev.parley.renewal.Grant;
import dev.parley.renewal.GrantStore.Stored;
import dev.parley.renewal.Ping;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The table of grants. */
final class GrantTable {

    /** The state in the table of a held grant whose holder is asked; not if it was asked before an outage. */
    private static final String ASKED = "ASKED";

    /** A time that is later than any place in an order. */
    static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");

    private static final Duration JUST_NOW = Duration.ofSeconds(1);

    private static final String COLUMNS = "id, pool, holder, ping_to, state, reference, token, asked_at, granted_at,"
            + " confirmed_at, ping_id, ping_attempt, answer_by, answered, rounds, due_at, ended";

    private static final String SELECT = "select " + COLUMNS + " from parley_grant ";

    private final Connection connection;

    GrantTable(Connection connection) {
        this.connection = connection;
    }

    /** Sets the values of a statement. */
    @FunctionalInterface
    private interface Values {
        void set(PreparedStatement statement) throws SQLException;
    }

    /** Grants by id, locked in the order of their ids. */
    List<Grant> lock(Collection<String> ids) throws SQLException {
        return query(
                "where id in (" + Sql.places(ids.size()) + ") order by id for update",
                select -> Sql.fill(select, 1, new TreeSet<>(ids)));
    }

    /**
     * The ids of grants that are due, earliest first; they are not locked. If there are more, half of them are such as
     * came due just now: a ping must not wait until a hundred thousand leases that ran out together have been dealt
     * with.
     */
    List<String> due(Instant now, int most) throws SQLException {
        List<String> earliest = due(Instant.EPOCH, now, most);
        if (earliest.size() < most) {
            return earliest;
        }
        Set<String> due = new LinkedHashSet<>(earliest.subList(0, most - most / 2));
        due.addAll(due(now.minus(JUST_NOW), now, most / 2));
        for (String id : earliest) {
            if (due.size() < most) {
                due.add(id);
            }
        }
        return List.copyOf(due);
    }

    private List<String> due(Instant after, Instant now, int most) throws SQLException {
        return ids("select id from parley_grant where due_at > ? and due_at <= ? order by due_at limit ?", select -> {
            select.setObject(1, Sql.time(after));
            select.setObject(2, Sql.time(now));
            select.setInt(3, most);
        });
    }

    /**
     * Those of them that are still due and nobody has locked, locked. When they are due is not in the condition:
     * PostgreSQL would go through everything that is due to find them, if it has not heard yet that so much is.
     */
    List<Grant> claimDue(List<String> ids, Instant now) throws SQLException {
        List<Grant> claimed = query(
                "where id in (" + Sql.places(ids.size()) + ") order by id for update skip locked",
                select -> Sql.fill(select, 1, ids));
        claimed.removeIf(grant -> grant.dueAt().isAfter(now));
        return claimed;
    }

    /** The first in the order of a pool that are in that state and have a place before that; they are not locked. */
    List<String> first(String pool, String state, Instant before, int most) throws SQLException {
        // In the order of the whole index: H2 would otherwise read and sort all grants of the pool that are in that
        // state.
        return ids(
                "select id from parley_grant where pool = ? and state = ? and place_at <= ?"
                        + " order by pool, state, place_at limit ?",
                select -> {
                    select.setString(1, pool);
                    select.setString(2, state);
                    select.setObject(3, Sql.time(before));
                    select.setInt(4, most);
                });
    }

    /** Those of them that are still in that state and nobody has locked, locked. */
    List<Grant> claim(List<String> ids, String state) throws SQLException {
        return query(
                "where id in (" + Sql.places(ids.size())
                        + ") and state = ? order by place_at, id for update skip locked",
                select -> {
                    Sql.fill(select, 1, ids);
                    select.setString(1 + Sql.count(ids.size()), state);
                });
    }

    int asked(String pool, int most) throws SQLException {
        return first(pool, ASKED, END_OF_TIME, most).size();
    }

    /** The grant that was requested with the key. */
    Optional<Grant> requested(String pool, String holder, String key) throws SQLException {
        return query("where pool = ? and holder = ? and request_key = ?", select -> {
                    select.setString(1, pool);
                    select.setString(2, holder);
                    select.setString(3, key);
                })
                .stream()
                .findFirst();
    }

    @Nullable
    Grant find(String id) throws SQLException {
        return query("where id = ?", select -> select.setString(1, id)).stream()
                .findFirst()
                .orElse(null);
    }

    /** Grants of a pool by id, after that one. */
    List<Grant> list(String pool, Grant.@Nullable Status status, @Nullable String holder, String after, int most)
            throws SQLException {
        List<String> states = status == null
                ? List.of()
                : status == Grant.Status.HELD ? List.of(status.name(), ASKED) : List.of(status.name());
        String where = "where pool = ? and id > ?"
                + (states.isEmpty() ? "" : " and state in (" + Sql.places(states.size()) + ")")
                + (holder == null ? "" : " and holder = ?")
                + " order by id limit ?";
        return query(where, select -> {
            int place = 1;
            select.setString(place++, pool);
            select.setString(place++, after);
            if (!states.isEmpty()) {
                Sql.fill(select, place, states);
                place += Sql.count(states.size());
            }
            if (holder != null) {
                select.setString(place++, holder);
            }
            select.setInt(place, most);
        });
    }

    Optional<Instant> nextDue() throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("select due_at from parley_grant order by due_at limit 1");
                ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(Sql.instant(row, 1)) : Optional.empty();
        }
    }

    void insert(List<Stored> grants) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into parley_grant (ping_to, state, place_at, reference, token, granted_at, confirmed_at, ping_id,"
                        + " ping_attempt, answer_by, answered, rounds, due_at, ended, id, pool, holder, asked_at, request_key)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            Sql.executeForEach(insert, grants, stored -> {
                Grant grant = stored.grant();
                int place = change(insert, stored);
                insert.setString(place++, grant.id());
                insert.setString(place++, grant.pool());
                insert.setString(place++, grant.holder());
                insert.setObject(place++, Sql.time(grant.askedAt()));
                insert.setString(place, stored.key());
            });
        }
    }

    void update(List<Stored> grants) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update parley_grant set ping_to = ?, state = ?, place_at = ?, reference = ?, token = ?, granted_at = ?,"
                        + " confirmed_at = ?, ping_id = ?, ping_attempt = ?, answer_by = ?, answered = ?, rounds = ?, due_at = ?,"
                        + " ended = ? where id = ?")) {
            Sql.executeForEach(update, grants, stored -> {
                update.setString(change(update, stored), stored.grant().id());
            });
        }
    }

    /** Looks at a grant later. */
    void putOff(String id, Instant until) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update parley_grant set due_at = ? where id = ?")) {
            update.setObject(1, Sql.time(until));
            update.setString(2, id);
            update.executeUpdate();
        }
    }

    private static int change(PreparedStatement statement, Stored stored) throws SQLException {
        Grant grant = stored.grant();
        Ping ping = grant.ping();
        int place = 1;
        statement.setString(place++, Sql.text(grant.pingTo()));
        statement.setString(place++, grant.isAsked() ? ASKED : grant.status().name());
        statement.setObject(place++, Sql.time(stored.placeAt()));
        statement.setString(place++, grant.reference());
        statement.setLong(place++, grant.fencingToken());
        statement.setObject(place++, Sql.time(grant.grantedAt()));
        statement.setObject(place++, Sql.time(grant.confirmedAt()));
        statement.setString(place++, ping == null ? null : ping.id());
        statement.setInt(place++, ping == null ? 0 : ping.attempt());
        statement.setObject(place++, ping == null ? null : Sql.time(ping.answerBy()));
        statement.setString(place++, grant.answered());
        statement.setInt(place++, grant.rounds());
        statement.setObject(place++, Sql.time(grant.dueAt()));
        statement.setString(
                place++, grant.ended() == null ? null : grant.ended().name());
        return place;
    }

    void remove(Collection<Grant> grants) throws SQLException {
        List<String> ids = grants.stream().map(Grant::id).toList();
        try (PreparedStatement delete =
                connection.prepareStatement("delete from parley_grant where id in (" + Sql.places(ids.size()) + ")")) {
            Sql.fill(delete, 1, ids);
            delete.executeUpdate();
        }
    }

    /** Removes all grants of a pool. */
    void removeAll(String pool) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from parley_grant where pool = ?")) {
            delete.setString(1, pool);
            delete.executeUpdate();
        }
    }

    private List<String> ids(String sql, Values values) throws SQLException {
        List<String> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            values.set(select);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
        }
        return found;
    }

    private List<Grant> query(String where, Values values) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + where)) {
            values.set(select);
            return read(select);
        }
    }

    private static List<Grant> read(PreparedStatement select) throws SQLException {
        List<Grant> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                found.add(grant(row));
            }
        }
        return found;
    }

    private static Grant grant(ResultSet row) throws SQLException {
        String state = row.getString(5);
        String pingId = row.getString(11);
        String ended = row.getString(17);
        return new Grant(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                Sql.address(row.getString(4)),
                state.equals(ASKED) ? Grant.Status.HELD : Grant.Status.valueOf(state),
                row.getString(6),
                row.getLong(7),
                Sql.instant(row, 8),
                Sql.instantOrNull(row, 9),
                Sql.instantOrNull(row, 10),
                pingId == null
                        ? null
                        : new Ping(pingId, row.getInt(12), Objects.requireNonNull(Sql.instantOrNull(row, 13))),
                row.getString(14),
                row.getInt(15),
                Sql.instant(row, 16),
                ended == null ? null : Grant.Ending.valueOf(ended));
    }
}
