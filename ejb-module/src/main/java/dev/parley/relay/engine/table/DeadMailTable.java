package dev.parley.relay.engine.table;

import dev.parley.engine.jdbc.Sql;
import dev.parley.relay.DeadMail;
import dev.parley.relay.Mail;
import dev.parley.relay.MailHandle;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The table of dead letters. */
public final class DeadMailTable {

    private static final String SAME = "position, message_id, sender, type, content_type, body, correlation_id,"
            + " conversation_id, reply_to, fault_to, group_key, sent_at, expires_at, deliveries, properties";

    private static final String BURY = "insert into parley_mail_dead (" + SAME + ", mailbox, size, reason, died_at)"
            + " select " + SAME + ", mailbox, size, cast(? as varchar(40)), cast(? as timestamp(6) with time zone)"
            + " from parley_mail where position = ?";

    private static final String SELECT =
            "select " + SAME + ", reason, died_at, size from parley_mail_dead where mailbox = ?";

    private final Connection connection;

    /** The table, with a connection. */
    public DeadMailTable(Connection connection) {
        this.connection = connection;
    }

    /**
     * A dead letter with the size of its body.
     *
     * @param dead the dead letter
     * @param size bytes of its body, in UTF-8
     */
    public record Sized(DeadMail dead, int size) {}

    void bury(Collection<MailHandle> mails, String reason, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(BURY)) {
            Sql.executeForEach(insert, mails, mail -> {
                insert.setString(1, reason);
                insert.setObject(2, Sql.time(now));
                insert.setLong(3, mail.position());
            });
        }
    }

    /** The dead letters of a mailbox behind that position, in the order of their positions. */
    public List<Sized> list(long mailbox, long after, int most) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(SELECT + " and position > ? order by position limit ?")) {
            select.setLong(1, mailbox);
            select.setLong(2, after);
            select.setInt(3, most);
            return read(select);
        }
    }

    /** The dead letters of that message id, locked. */
    public List<Sized> lock(long mailbox, String messageId) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(SELECT + " and message_id = ? order by position for update")) {
            select.setLong(1, mailbox);
            select.setString(2, messageId);
            return read(select);
        }
    }

    private static List<Sized> read(PreparedStatement select) throws SQLException {
        List<Sized> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Mail mail = new Mail(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8),
                        Sql.address(row.getString(9)),
                        Sql.address(row.getString(10)),
                        row.getString(11),
                        Sql.instant(row, 12),
                        Sql.instant(row, 13),
                        row.getInt(14),
                        row.getString(15));
                found.add(new Sized(new DeadMail(mail, row.getString(16), Sql.instant(row, 17)), row.getInt(18)));
            }
        }
        return found;
    }

    /** Removes the dead letters of that message id; the number of those that were there. */
    public int remove(long mailbox, String messageId) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from parley_mail_dead where mailbox = ? and message_id = ?")) {
            delete.setLong(1, mailbox);
            delete.setString(2, messageId);
            return delete.executeUpdate();
        }
    }

    /** The number of dead letters in a mailbox. */
    public long count(long mailbox) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select count(*) from parley_mail_dead where mailbox = ?")) {
            select.setLong(1, mailbox);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
