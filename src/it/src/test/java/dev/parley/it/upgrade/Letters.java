package dev.parley.it.upgrade;

import dev.parley.Answer;
import dev.parley.Exchange;
import dev.parley.Operation;
import dev.parley.RequestOptions;
import dev.parley.Requester;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;

/** Operations of an application that ask for others: each letter wants a quote, from whoever is named in it. */
@ApplicationScoped
public class Letters {

    @Inject
    Requester requester;

    @Resource(lookup = "java:jboss/datasources/ParleyDS")
    DataSource database;

    /** A letter that asks {@code whom}, an operation, for a quote, and for how many seconds it waits for that. */
    public record Letter(String whom, int patience) {}

    /** Asks, in the transaction that this operation ends with. */
    @Operation("write-letter")
    public void write(Letter letter, Exchange exchange) {
        RequestOptions terms = RequestOptions.DEFAULT
                .withMessageId("letter-to-" + letter.whom())
                .withState("for " + exchange.messageId());
        requester.request(letter.whom(), letter, "letter-is-answered", terms);
    }

    /** Takes what was answered: an effect whose message is the state that was sent along. */
    @Operation(value = "letter-is-answered", isolated = true)
    public void answered(Answer<JsonObject> answer, Exchange exchange) throws SQLException {
        String insert =
                "INSERT INTO ordering_effect (id, operation, message_id, conversation_id, detail, at) VALUES (?, ?, ?, ?, ?, ?)";
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setString(1, UUID.randomUUID().toString());
            statement.setString(2, exchange.operation());
            statement.setString(3, String.valueOf(answer.state()));
            statement.setString(4, exchange.conversationId());
            statement.setString(5, String.valueOf(answer.fault() == null ? answer.reply() : answer.fault()));
            statement.setObject(6, OffsetDateTime.now(ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }
}
