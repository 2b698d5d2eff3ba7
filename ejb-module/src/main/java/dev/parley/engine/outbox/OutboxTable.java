package dev.parley.engine.outbox;

import dev.parley.engine.wire.WireJson;
import dev.parley.engine.wire.WireMessage;
import dev.parley.message.Sha256;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outbox's table. The database numbers the rows: those of one message group are written one after the other, each
 * after the commit of the one before.
 */
final class OutboxTable {

    private static final int LONGEST_DESTINATION = 300;

    private static final String INSERT =
            "insert into parley_outbox (id, destination, order_key, headers, body, written_at, due_at, tries)"
                    + " values (?, ?, ?, ?, ?, ?, ?, 0)";

    private static final String CLAIM = "select o.position, o.id, o.headers, o.body, o.written_at, o.tries, o.order_key"
            + " from parley_outbox o where o.due_at <= ? and (o.order_key is null or not exists"
            + " (select 1 from parley_outbox e where e.order_key = o.order_key and e.position < o.position))"
            + " order by o.position limit ? for update skip locked";

    private static final String DELETE = "delete from parley_outbox where position = ?";
    private static final String PUT_OFF = "update parley_outbox set tries = tries + 1, due_at = ? where position = ?";

    private final Connection connection;

    OutboxTable(Connection connection) {
        this.connection = connection;
    }

    /** Adds messages, each under the id at its place. */
    void insert(List<WireMessage> messages, List<String> ids, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            for (int i = 0; i < messages.size(); i++) {
                WireMessage message = messages.get(i);
                String to = message.to().toString();
                statement.setString(1, ids.get(i));
                statement.setString(2, to.substring(0, Math.min(to.length(), LONGEST_DESTINATION)));
                statement.setString(3, orderKey(message.group()));
                statement.setString(4, WireJson.write(message));
                statement.setString(5, message.body());
                statement.setObject(6, time(now));
                statement.setObject(7, time(now));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** A group's name may be longer than what an index takes. */
    private static @Nullable String orderKey(@Nullable String group) {
        return group == null ? null : Sha256.hex(group);
    }

    List<OutboxRow> claim(Instant now, int most) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CLAIM)) {
            statement.setObject(1, time(now));
            statement.setInt(2, most);
            try (ResultSet found = statement.executeQuery()) {
                List<OutboxRow> rows = new ArrayList<>();
                while (found.next()) {
                    rows.add(row(found));
                }
                return rows;
            }
        }
    }

    private static OutboxRow row(ResultSet found) throws SQLException {
        return new OutboxRow(
                found.getLong(1),
                found.getString(2),
                found.getString(3),
                found.getString(4),
                found.getObject(5, OffsetDateTime.class).toInstant(),
                found.getInt(6),
                found.getString(7) != null);
    }

    void delete(List<OutboxRow> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
            for (OutboxRow row : rows) {
                statement.setLong(1, row.position());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    void putOff(OutboxRow row, Instant until) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PUT_OFF)) {
            statement.setObject(1, time(until));
            statement.setLong(2, row.position());
            statement.executeUpdate();
        }
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
