package dev.parley.engine.relay;

import dev.parley.engine.Sql;
import dev.parley.relay.Mail;
import dev.parley.relay.MailPlace;
import dev.parley.relay.MailboxStatistics;
import dev.parley.relay.Standing;
import dev.parley.relay.StoredMail;
import java.sql.Connection;
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
import org.jspecify.annotations.Nullable;

/** The table of messages. In its column {@code lock_key} is what the key of a lock is made of, not the key. */
final class MailTable {

    static final String SELECT = "select position, mailbox, message_id, sender, type, content_type,"
            + " size, correlation_id, conversation_id, reply_to, fault_to, group_key, group_id, sent_at, expires_at,"
            + " available_at, due_at, deliveries, lock_key, locked_until, properties, body from parley_mail";

    private static final String PLACE = "select position, mailbox, group_id, size, available_at, due_at, expires_at,"
            + " deliveries, lock_key, locked_until from parley_mail where position in (";

    private static final String INSERT =
            "insert into parley_mail (mailbox, message_id, sender, type, content_type, body,"
                    + " size, correlation_id, conversation_id, reply_to, fault_to, group_key, group_id, sent_at, expires_at,"
                    + " available_at, due_at, properties, deliveries)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)";

    private static final String READY =
            "select w.mailbox from unnest(cast(? as bigint array)) as w(mailbox) where exists"
                    + " (select 1 from parley_mail m where m.mailbox = w.mailbox and m.available_at <= current_timestamp)";

    private static final String STATISTICS =
            "select count(case when s.locked = 1 then 1 end), count(case when s.never = 1 then 1 end),"
                    + " count(case when s.never = 1 and s.locked = 1 then 1 end), count(*), min(s.sent_at)"
                    + " from (select case when locked_until > ? then 1 else 0 end as locked,"
                    + " case when available_at = ? then 1 else 0 end as never, sent_at"
                    + " from parley_mail where mailbox = ? and available_at > ?) s";

    private static final String BROWSE = SELECT
            + " where mailbox = ? and available_at >= ? and (available_at > ? or position > ?)"
            + " order by mailbox, available_at, position limit ?";

    private static final String UPDATE = "update parley_mail set available_at = ?, due_at = ?, deliveries = ?,"
            + " lock_key = ?, locked_until = ? where position = ?";

    private static final String DELIVER = "update parley_mail set available_at = ?, deliveries = deliveries + 1,"
            + " lock_key = ?, locked_until = ? where position in (";

    private final Connection connection;

    /** What the locks that are given out in one transaction have in common, mostly. */
    private record Held(String secret, Instant until) {
        static Held of(Standing standing) {
            return new Held(
                    Objects.requireNonNull(standing.lockSecret()), Objects.requireNonNull(standing.lockedUntil()));
        }
    }

    MailTable(Connection connection) {
        this.connection = connection;
    }

    void insert(List<StoredMail> mails) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            Sql.executeForEach(insert, mails, mail -> fill(insert, mail));
        }
    }

    /** Adds one; its position. */
    long insert(StoredMail mail) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT, new String[] {"position"})) {
            fill(insert, mail);
            insert.executeUpdate();
            try (ResultSet keys = insert.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        }
    }

    private static void fill(PreparedStatement insert, StoredMail stored) throws SQLException {
        Mail mail = stored.mail();
        Standing standing = stored.standing();
        insert.setLong(1, stored.mailbox());
        insert.setString(2, mail.messageId());
        insert.setString(3, mail.sender());
        insert.setString(4, mail.type());
        insert.setString(5, mail.contentType());
        insert.setString(6, mail.body());
        insert.setInt(7, stored.size());
        insert.setString(8, mail.correlationId());
        insert.setString(9, mail.conversationId());
        insert.setString(10, Sql.text(mail.replyTo()));
        insert.setString(11, Sql.text(mail.faultTo()));
        insert.setString(12, mail.group());
        if (stored.group() == null) {
            insert.setNull(13, Types.BIGINT);
        } else {
            insert.setLong(13, stored.group());
        }
        insert.setObject(14, Sql.time(mail.sentAt()));
        insert.setObject(15, Sql.time(mail.expiresAt()));
        insert.setObject(16, Sql.time(standing.availableAt()));
        insert.setObject(17, Sql.time(standing.dueAt()));
        insert.setString(18, mail.properties());
    }

    /** When something is due next; null if nothing is. */
    @Nullable
    Instant nextDue() throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("select due_at from parley_mail order by due_at limit 1");
                ResultSet row = select.executeQuery()) {
            return row.next() ? Sql.instant(row, 1) : null;
        }
    }

    /** What is in a mailbox besides what can be received; {@code ready}, {@code dead} and {@code bytes} are left out. */
    MailboxStatistics statistics(long mailbox, Instant now) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(STATISTICS)) {
            select.setObject(1, Sql.time(now));
            select.setObject(2, Sql.time(Standing.NEVER));
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

    /** Those of the mailboxes in which something can be received. */
    List<Long> ready(List<Long> mailboxes) throws SQLException {
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

    /** What is in a mailbox, after what could be received then and stood at that position. */
    List<StoredMail> browse(long mailbox, Instant availableAt, long position, int most) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(BROWSE)) {
            select.setLong(1, mailbox);
            select.setObject(2, Sql.time(availableAt));
            select.setObject(3, Sql.time(availableAt));
            select.setLong(4, position);
            select.setInt(5, most);
            return read(select);
        }
    }

    Map<Long, MailPlace> lock(Set<Long> positions) throws SQLException {
        Map<Long, MailPlace> found = new LinkedHashMap<>();
        try (PreparedStatement select =
                connection.prepareStatement(PLACE + Sql.places(positions.size()) + ") order by position for update")) {
            Sql.fill(select, 1, positions);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    MailPlace place = place(row);
                    found.put(place.position(), place);
                }
            }
        }
        return found;
    }

    private static MailPlace place(ResultSet row) throws SQLException {
        Standing standing = new Standing(
                Sql.instant(row, 5),
                Sql.instant(row, 6),
                Sql.instant(row, 7),
                row.getInt(8),
                row.getString(9),
                Sql.instantOrNull(row, 10));
        return new MailPlace(row.getLong(1), row.getLong(2), standing, row.getObject(3, Long.class), row.getInt(4));
    }

    Map<Long, StoredMail> read(Set<Long> positions) throws SQLException {
        Map<Long, StoredMail> found = new LinkedHashMap<>();
        try (PreparedStatement select =
                connection.prepareStatement(SELECT + " where position in (" + Sql.places(positions.size()) + ")")) {
            Sql.fill(select, 1, positions);
            read(select).forEach(mail -> found.put(mail.mail().position(), mail));
        }
        return found;
    }

    static List<StoredMail> read(PreparedStatement select) throws SQLException {
        List<StoredMail> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                found.add(mail(row));
            }
        }
        return found;
    }

    private static StoredMail mail(ResultSet row) throws SQLException {
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
        Standing standing = new Standing(
                Sql.instant(row, 16),
                Sql.instant(row, 17),
                expiresAt,
                deliveries,
                row.getString(19),
                Sql.instantOrNull(row, 20));
        return new StoredMail(row.getLong(2), mail, standing, row.getObject(13, Long.class), row.getInt(7));
    }

    void update(Collection<MailPlace> mails) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            Sql.executeForEach(update, mails, mail -> fill(update, mail.position(), mail.standing()));
        }
    }

    private static void fill(PreparedStatement update, long position, Standing standing) throws SQLException {
        update.setObject(1, Sql.time(standing.availableAt()));
        update.setObject(2, Sql.time(standing.dueAt()));
        update.setInt(3, standing.deliveries());
        update.setString(4, standing.lockSecret());
        if (standing.lockedUntil() == null) {
            update.setNull(5, Types.TIMESTAMP_WITH_TIMEZONE);
        } else {
            update.setObject(5, Sql.time(standing.lockedUntil()));
        }
        update.setLong(6, position);
    }

    /** Counts a delivery of each, and stores its lock: one statement for all that have the same. */
    void deliver(Collection<MailPlace> mails) throws SQLException {
        Map<Held, List<Long>> positions = new LinkedHashMap<>();
        mails.forEach(mail -> positions
                .computeIfAbsent(Held.of(mail.standing()), held -> new ArrayList<>())
                .add(mail.position()));
        for (Map.Entry<Held, List<Long>> one : positions.entrySet()) {
            String places = Sql.places(one.getValue().size());
            try (PreparedStatement update = connection.prepareStatement(DELIVER + places + ")")) {
                update.setObject(1, Sql.time(one.getKey().until()));
                update.setString(2, one.getKey().secret());
                update.setObject(3, Sql.time(one.getKey().until()));
                Sql.fill(update, 4, one.getValue());
                update.executeUpdate();
            }
        }
    }

    /** Makes one available. */
    void makeAvailable(long position, Instant at) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update parley_mail set available_at = ? where position = ?")) {
            update.setObject(1, Sql.time(at));
            update.setLong(2, position);
            update.executeUpdate();
        }
    }

    void remove(Collection<MailPlace> mails) throws SQLException {
        List<Long> positions = mails.stream().map(MailPlace::position).toList();
        try (PreparedStatement delete = connection.prepareStatement(
                "delete from parley_mail where position in (" + Sql.places(positions.size()) + ")")) {
            Sql.fill(delete, 1, positions);
            delete.executeUpdate();
        }
    }
}
