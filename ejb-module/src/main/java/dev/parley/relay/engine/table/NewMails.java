package dev.parley.relay.engine.table;

import dev.parley.engine.jdbc.ColumnLists;
import dev.parley.engine.jdbc.Pipeline;
import dev.parley.engine.jdbc.Sql;
import dev.parley.relay.DeliveryState;
import dev.parley.relay.Mail;
import dev.parley.relay.MailRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Adds messages to their table. */
final class NewMails {

    private static final String COLUMNS =
            "insert into parley_mail (mailbox, message_id, sender, type, content_type, body, size, correlation_id,"
                    + " conversation_id, reply_to, fault_to, sent_at, expires_at, available_at, due_at, properties";

    private static final String INSERT = COLUMNS
            + ", group_key, group_id, deliveries) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)";

    private static final List<String> TYPES = List.of(
            "bigint",
            "varchar",
            "varchar",
            "varchar",
            "varchar",
            "varchar",
            "integer",
            "varchar",
            "varchar",
            "varchar",
            "varchar",
            "timestamptz",
            "timestamptz",
            "timestamptz",
            "timestamptz",
            "varchar");

    private static final List<String> GROUP_TYPES = List.of("varchar", "bigint");

    /** One statement for any number of messages. */
    private static final String INSERT_ALL =
            COLUMNS + ", deliveries) select m.*, 0 from " + ColumnLists.rows(TYPES) + " as m";

    private static final String INSERT_AND_NUMBER = COLUMNS + ", group_key, group_id, deliveries) select m.*, 0 from "
            + ColumnLists.rows(
                    Stream.concat(TYPES.stream(), GROUP_TYPES.stream()).toList())
            + " as m returning position";

    /**
     * Bytes of bodies after which the rest is left to another statement: each of them is in memory a few times for it.
     */
    private static final long LARGE_ENOUGH = 1024 * 1024;

    private final Connection connection;
    private final Pipeline pipeline;

    NewMails(Connection connection, Pipeline pipeline) {
        this.connection = connection;
        this.pipeline = pipeline;
    }

    /** Adds messages that have no group, in their order. */
    void insert(List<MailRow> mails) throws SQLException {
        if (pipeline.dialect().worksTogether()) {
            for (List<MailRow> part : parts(mails)) {
                pipeline.change(INSERT_ALL, (insert, first) -> fill(insert, first, part));
            }
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            Sql.executeForEach(insert, mails, mail -> fill(insert, mail));
        }
    }

    private static int fill(PreparedStatement insert, int first, List<MailRow> mails) throws SQLException {
        return new ColumnLists<>(insert, first, mails)
                .longs(MailRow::mailbox)
                .texts(stored -> stored.mail().messageId())
                .texts(stored -> stored.mail().sender())
                .texts(stored -> stored.mail().type())
                .texts(stored -> stored.mail().contentType())
                .texts(stored -> stored.mail().body())
                .integers(MailRow::size)
                .texts(stored -> stored.mail().correlationId())
                .texts(stored -> stored.mail().conversationId())
                .texts(stored -> Sql.text(stored.mail().replyTo()))
                .texts(stored -> Sql.text(stored.mail().faultTo()))
                .times(stored -> stored.mail().sentAt())
                .times(stored -> stored.mail().expiresAt())
                .times(stored -> stored.standing().availableAt())
                .times(stored -> stored.standing().dueAt())
                .texts(stored -> stored.mail().properties())
                .next();
    }

    private static List<List<MailRow>> parts(List<MailRow> mails) {
        List<List<MailRow>> parts = new ArrayList<>();
        int begin = 0;
        long bytes = 0;
        for (int i = 0; i < mails.size(); i++) {
            bytes += mails.get(i).size();
            if (bytes >= LARGE_ENOUGH || i == mails.size() - 1) {
                parts.add(mails.subList(begin, i + 1));
                begin = i + 1;
                bytes = 0;
            }
        }
        return parts;
    }

    /** Adds messages, in their order; their positions. */
    List<Long> insertAndNumber(List<MailRow> mails) throws SQLException {
        List<Long> positions = new ArrayList<>();
        if (pipeline.dialect().worksTogether()) {
            for (List<MailRow> part : parts(mails)) {
                positions.addAll(insertAndNumberTogether(part));
            }
        } else {
            for (MailRow mail : mails) {
                positions.add(insert(mail));
            }
        }
        return positions;
    }

    private List<Long> insertAndNumberTogether(List<MailRow> mails) throws SQLException {
        return pipeline.ask(INSERT_AND_NUMBER, (insert, first) -> fillWithGroups(insert, first, mails), rows -> {
            List<Long> positions = new ArrayList<>();
            while (rows.next()) {
                positions.add(rows.getLong(1));
            }
            // numbers are given in the order of the messages, whatever order they are returned in
            Collections.sort(positions);
            return positions;
        });
    }

    private static int fillWithGroups(PreparedStatement insert, int first, List<MailRow> mails) throws SQLException {
        return new ColumnLists<>(insert, fill(insert, first, mails), mails)
                .texts(stored -> stored.mail().group())
                .longs(stored -> Objects.requireNonNull(stored.group()))
                .next();
    }

    private long insert(MailRow mail) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT, new String[] {"position"})) {
            fill(insert, mail);
            insert.executeUpdate();
            try (ResultSet keys = insert.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        }
    }

    private static void fill(PreparedStatement insert, MailRow stored) throws SQLException {
        Mail mail = stored.mail();
        DeliveryState standing = stored.standing();
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
        insert.setObject(12, Sql.time(mail.sentAt()));
        insert.setObject(13, Sql.time(mail.expiresAt()));
        insert.setObject(14, Sql.time(standing.availableAt()));
        insert.setObject(15, Sql.time(standing.dueAt()));
        insert.setString(16, mail.properties());
        insert.setString(17, mail.group());
        if (stored.group() == null) {
            insert.setNull(18, Types.BIGINT);
        } else {
            insert.setLong(18, stored.group());
        }
    }
}
