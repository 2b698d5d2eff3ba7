package dev.parley.examples.ordering;

import dev.parley.Exchange;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What operations did, one row each. The connection joins the transaction of the caller: the row is there if that
 * commits.
 */
@ApplicationScoped
class Effects {

    private static final String INSERT =
            "INSERT INTO ordering_effect (id, operation, message_id, conversation_id, detail, at) VALUES (?, ?, ?, ?, ?, ?)";
    private static final String COUNT = "SELECT COUNT(*) FROM ordering_effect WHERE 1 = 1";

    @Resource(lookup = "java:jboss/datasources/ParleyDS")
    DataSource database;

    /** Remembers that the operation took effect, and returns the new row's id. */
    String add(Exchange exchange, String detail) throws SQLException {
        String id = UUID.randomUUID().toString();
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, id);
            insert.setString(2, exchange.operation());
            insert.setString(3, exchange.messageId());
            insert.setString(4, exchange.conversationId());
            insert.setString(5, detail);
            insert.setObject(6, OffsetDateTime.now(ZoneOffset.UTC));
            insert.executeUpdate();
        }
        return id;
    }

    /** How many there are, of one message and operation or of all. */
    long count(@Nullable String messageId, @Nullable String operation) throws SQLException {
        String sql = COUNT
                + (messageId == null ? "" : " AND message_id = ?")
                + (operation == null ? "" : " AND operation = ?");
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            int parameter = 1;
            if (messageId != null) {
                select.setString(parameter++, messageId);
            }
            if (operation != null) {
                select.setString(parameter, operation);
            }
            try (ResultSet result = select.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }
}
