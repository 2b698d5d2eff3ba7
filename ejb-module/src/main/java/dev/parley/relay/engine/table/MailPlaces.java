package dev.parley.relay.engine.table;

import dev.parley.engine.jdbc.Pipeline;
import dev.parley.engine.jdbc.Sql;
import dev.parley.relay.DeliveryState;
import dev.parley.relay.MailHandle;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The places of messages: rows of their table, without what they say. Its column {@code lock_key} has what the key of a
 * lock is made of, not the key.
 */
final class MailPlaces {

    private static final String PLACE = "select position, mailbox, group_id, size, available_at, due_at, expires_at,"
            + " deliveries, lock_key, locked_until from parley_mail where position in (";

    private static final String UPDATE = "update parley_mail set available_at = ?, due_at = ?, deliveries = ?,"
            + " lock_key = ?, locked_until = ? where position = ?";

    private static final String DELIVER = "update parley_mail set available_at = ?, deliveries = deliveries + 1,"
            + " lock_key = ?, locked_until = ? where position in (";

    private static final String MAKE_AVAILABLE = "update parley_mail set available_at = ? where position = ?";

    private static final String REMOVE = "delete from parley_mail where position in (";

    private final Pipeline pipeline;

    /** The secret and the end that the locks which are given out in one transaction have in common, mostly. */
    private record Held(String secret, Instant until) {
        static Held of(DeliveryState standing) {
            return new Held(
                    Objects.requireNonNull(standing.lockSecret()), Objects.requireNonNull(standing.lockedUntil()));
        }
    }

    MailPlaces(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    /** Locks messages; those that are there. */
    Map<Long, MailHandle> lock(Set<Long> positions) throws SQLException {
        return pipeline.ask(
                PLACE + Sql.places(positions.size()) + ") order by position for update",
                (select, first) -> Sql.fill(select, first, positions),
                MailPlaces::places);
    }

    private static Map<Long, MailHandle> places(ResultSet rows) throws SQLException {
        Map<Long, MailHandle> found = new LinkedHashMap<>();
        while (rows.next()) {
            MailHandle place = place(rows);
            found.put(place.position(), place);
        }
        return found;
    }

    private static MailHandle place(ResultSet row) throws SQLException {
        DeliveryState standing = new DeliveryState(
                Sql.instant(row, 5),
                Sql.instant(row, 6),
                Sql.instant(row, 7),
                row.getInt(8),
                row.getString(9),
                Sql.instantOrNull(row, 10));
        return new MailHandle(row.getLong(1), row.getLong(2), standing, row.getObject(3, Long.class), row.getInt(4));
    }

    void update(Collection<MailHandle> mails) throws SQLException {
        for (MailHandle mail : mails) {
            pipeline.change(UPDATE, (update, first) -> fill(update, first, mail));
        }
    }

    private static int fill(PreparedStatement update, int first, MailHandle mail) throws SQLException {
        DeliveryState standing = mail.standing();
        update.setObject(first, Sql.time(standing.availableAt()));
        update.setObject(first + 1, Sql.time(standing.dueAt()));
        update.setInt(first + 2, standing.deliveries());
        update.setString(first + 3, standing.lockSecret());
        if (standing.lockedUntil() == null) {
            update.setNull(first + 4, Types.TIMESTAMP_WITH_TIMEZONE);
        } else {
            update.setObject(first + 4, Sql.time(standing.lockedUntil()));
        }
        update.setLong(first + 5, mail.position());
        return first + 6;
    }

    /** Counts a delivery of each, and stores its lock: one statement for all that have the same. */
    void deliver(Collection<MailHandle> mails) throws SQLException {
        Map<Held, List<Long>> positions = new LinkedHashMap<>();
        mails.forEach(mail -> positions
                .computeIfAbsent(Held.of(mail.standing()), held -> new ArrayList<>())
                .add(mail.position()));
        for (Map.Entry<Held, List<Long>> one : positions.entrySet()) {
            deliver(one.getKey(), one.getValue());
        }
    }

    private void deliver(Held held, List<Long> positions) throws SQLException {
        pipeline.change(DELIVER + Sql.places(positions.size()) + ")", (update, first) -> {
            update.setObject(first, Sql.time(held.until()));
            update.setString(first + 1, held.secret());
            update.setObject(first + 2, Sql.time(held.until()));
            return Sql.fill(update, first + 3, positions);
        });
    }

    /** Makes one available. */
    void makeAvailable(long position, Instant at) throws SQLException {
        pipeline.change(MAKE_AVAILABLE, (update, first) -> {
            update.setObject(first, Sql.time(at));
            update.setLong(first + 1, position);
            return first + 2;
        });
    }

    void remove(Collection<MailHandle> mails) throws SQLException {
        List<Long> positions = mails.stream().map(MailHandle::position).toList();
        pipeline.change(
                REMOVE + Sql.places(positions.size()) + ")", (delete, first) -> Sql.fill(delete, first, positions));
    }
}
