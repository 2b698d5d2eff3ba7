package dev.parley.it.nodes.errands;

import dev.parley.Exchange;
import dev.parley.Operation;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;

/** Notes in the database which node ran it, and says so. */
@ApplicationScoped
public class Errands {

    @Resource(lookup = "java:jboss/datasources/ParleyDS")
    DataSource database;

    /** What is to be done. */
    public record Errand(String what) {}

    /** Where it was done. */
    public record Done(String node) {}

    @Operation("run-errand")
    public Done run(Errand errand, Exchange exchange) throws SQLException {
        String node = System.getProperty("jboss.tx.node.id");
        String insert =
                "INSERT INTO ordering_effect (id, operation, message_id, conversation_id, detail, at) VALUES (?, ?, ?, ?, ?, ?)";
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setString(1, UUID.randomUUID().toString());
            statement.setString(2, exchange.operation());
            statement.setString(3, exchange.messageId());
            statement.setString(4, exchange.conversationId());
            statement.setString(5, node);
            statement.setObject(6, OffsetDateTime.now(ZoneOffset.UTC));
            statement.executeUpdate();
        }
        return new Done(node);
    }
}
