package dev.parley.examples.ordering;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;

/** Counts how often a label was tried, in a transaction of its own: the count survives the rollback of what failed. */
@Stateless
public class LabelAttempts {

    @Resource(lookup = "java:jboss/datasources/ParleyDS")
    DataSource database;

    /** Adds an attempt and returns how many there are now. It is committed when this returns. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public long next(String messageId) throws SQLException {
        try (Connection connection = database.getConnection()) {
            insert(connection, messageId);
            return count(connection, messageId);
        }
    }

    private static void insert(Connection connection, String messageId) throws SQLException {
        String sql = "INSERT INTO ordering_label_attempt (id, message_id, at) VALUES (?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, UUID.randomUUID().toString());
            insert.setString(2, messageId);
            insert.setObject(3, OffsetDateTime.now(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    private static long count(Connection connection, String messageId) throws SQLException {
        String sql = "SELECT COUNT(*) FROM ordering_label_attempt WHERE message_id = ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, messageId);
            try (ResultSet result = select.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }
}
