package dev.parley.it.crash.naps;

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
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Takes as long as it is told to, with a connection at hand, and then effect: also when its transaction has ended
 * meanwhile.
 */
@ApplicationScoped
public class Naps {

    @Resource(lookup = "java:jboss/datasources/ParleyDS")
    DataSource database;

    /** How long, in seconds. */
    public record Nap(int seconds) {}

    @Operation("take-a-nap")
    public Nap take(Nap nap, Exchange exchange) throws SQLException, InterruptedException {
        String insert =
                "INSERT INTO ordering_effect (id, operation, message_id, conversation_id, detail, at) VALUES (?, ?, ?, ?, ?, ?)";
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setString(1, UUID.randomUUID().toString());
            statement.setString(2, exchange.operation());
            statement.setString(3, exchange.messageId());
            statement.setString(4, exchange.conversationId());
            statement.setString(5, nap.seconds() + " s");
            statement.setObject(6, OffsetDateTime.now(ZoneOffset.UTC));
            TimeUnit.SECONDS.sleep(nap.seconds());
            statement.executeUpdate();
        }
        return nap;
    }
}
