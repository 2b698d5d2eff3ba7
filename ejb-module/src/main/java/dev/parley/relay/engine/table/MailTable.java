package dev.parley.relay.engine.table;

import dev.parley.engine.jdbc.DatabaseClock;
import dev.parley.engine.jdbc.Sql;
import dev.parley.relay.DeliveryState;
import dev.parley.relay.Mail;
import dev.parley.relay.MailRow;
import dev.parley.relay.mailbox.MailboxStatistics;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The table of messages, as it is looked at. */
public final class MailTable {

    static final String SELECT = "select position, mailbox, message_id, sender, type, content_type,"
            + " size, correlation_id, conversation_id, reply_to, fault_to, group_key, group_id, sent_at, expires_at,"
            + " available_at, due_at, deliveries, lock_key, locked_until, properties, body from parley_mail";

    private static final String READY =
            "select w.mailbox from unnest(cast(? as bigint array)) as w(mailbox) where exists"
                    + " (select 1 from parley_mail m where m.mailbox = w.mailbox and m.available_at <= "
                    + DatabaseClock.NOW + ")";

    private static final String STATISTICS =
            "select count(case when s.locked = 1 then 1 end), count(case when s.never = 1 then 1 end),"
                    + " count(case when s.never = 1 and s.locked = 1 then 1 end), count(*), min(s.sent_at)"
                    + " from (select case when locked_until > ? then 1 else 0 end as locked,"
                    + " case when available_at = ? then 1 else 0 end as never, sent_at"
                    + " from parley_mail where mailbox = ? and available_at > ?) s";

    private static final String BROWSE = SELECT
            + " where mailbox = ? and available_at >= ? and (available_at > ? or position > ?)"
            + " order by mailbox, available_at, position limit ?";

    private final Connection connection;

    /** The table, with a connection. */
    public MailTable(Connection connection) {
        this.connection = connection;
    }

    /** The time at which something is due next; empty if nothing is. */
    public Optional<Instant> nextDue() throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("select due_at from parley_mail order by due_at limit 1");
                ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(Sql.instant(row, 1)) : Optional.empty();
        }
    }

    /** Looks at a message that is due only then. */
    public void putOff(long position, Instant until) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update parley_mail set due_at = ? where position = ?")) {
            update.setObject(1, Sql.time(until));
            update.setLong(2, position);
            update.executeUpdate();
        }
    }

    /**
     * The statistics of a mailbox, without what can be received; {@code ready}, {@code dead} and {@code bytes} are left
     * out.
     */
    public MailboxStatistics statistics(long mailbox, Instant now) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(STATISTICS)) {
            select.setObject(1, Sql.time(now));
            select.setObject(2, Sql.time(DeliveryState.NEVER));
            select.setLong(3, mailbox);
            select.setObject(4, Sql.time(now));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                long locked = row.getLong(1);
                long never = row.getLong(2);
                long lockedForever = row.getLong(3);
                long later = row.getLong(4);
                long waiting = never - lockedForever;
                Instant oldest = Sql.instantOrNull(row, 5);
                Instant first = firstReady(mailbox, now);
                Instant older = oldest == null || (first != null && first.isBefore(oldest)) ? first : oldest;
                return new MailboxStatistics(0, locked, later - locked - waiting, waiting, 0, 0, older);
            }
        }
    }

    private @Nullable Instant firstReady(long mailbox, Instant now) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select sent_at from parley_mail where mailbox = ?"
                + " and available_at <= ? order by mailbox, available_at, position limit 1")) {
            select.setLong(1, mailbox);
            select.setObject(2, Sql.time(now));
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Sql.instant(row, 1) : null;
            }
        }
    }

    /** The mailboxes, of those given, in which something can be received. */
    public List<Long> ready(List<Long> mailboxes) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(READY)) {
            select.setArray(1, connection.createArrayOf("bigint", mailboxes.toArray()));
            List<Long> ready = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    ready.add(row.getLong(1));
                }
            }
            return ready;
        }
    }

    /** The messages of a mailbox, after what could be received then and stood at that position. */
    public List<MailRow> browse(long mailbox, Instant availableAt, long position, int most) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(BROWSE)) {
            select.setLong(1, mailbox);
            select.setObject(2, Sql.time(availableAt));
            select.setObject(3, Sql.time(availableAt));
            select.setLong(4, position);
            select.setInt(5, most);
            return read(select);
        }
    }

    Map<Long, MailRow> read(Set<Long> positions) throws SQLException {
        Map<Long, MailRow> found = new LinkedHashMap<>();
        try (PreparedStatement select =
                connection.prepareStatement(SELECT + " where position in (" + Sql.places(positions.size()) + ")")) {
            Sql.fill(select, 1, positions);
            read(select).forEach(mail -> found.put(mail.mail().position(), mail));
        }
        return found;
    }

    static List<MailRow> read(PreparedStatement select) throws SQLException {
        try (ResultSet rows = select.executeQuery()) {
            return read(rows);
        }
    }

    static List<MailRow> read(ResultSet rows) throws SQLException {
        List<MailRow> found = new ArrayList<>();
        while (rows.next()) {
            found.add(mail(rows));
        }
        return found;
    }

    private static MailRow mail(ResultSet row) throws SQLException {
        Instant expiresAt = Sql.instant(row, 15);
        int deliveries = row.getInt(18);
        Mail mail = new Mail(
                row.getLong(1),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(22),
                row.getString(8),
                row.getString(9),
                Sql.address(row.getString(10)),
                Sql.address(row.getString(11)),
                row.getString(12),
                Sql.instant(row, 14),
                expiresAt,
                deliveries,
                row.getString(21));
        DeliveryState standing = new DeliveryState(
                Sql.instant(row, 16),
                Sql.instant(row, 17),
                expiresAt,
                deliveries,
                row.getString(19),
                Sql.instantOrNull(row, 20));
        return new MailRow(row.getLong(2), mail, standing, row.getObject(13, Long.class), row.getInt(7));
    }
}
