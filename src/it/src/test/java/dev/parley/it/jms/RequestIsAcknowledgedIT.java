package dev.parley.it.jms;

import static dev.parley.it.client.Samples.BOOK_COURIER;
import static dev.parley.it.client.Samples.PLACE_ORDER;
import static dev.parley.it.client.Samples.courier;
import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.Answer;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.server.ParleyServer;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RequestIsAcknowledgedIT extends JmsTest {

    RequestIsAcknowledgedIT(ParleyServer server) {
        super(server);
    }

    @Test
    void acknowledgesAndThenReplies() {
        String correlationId = fresh("correlation");

        Answer ack =
                alice.ask(JmsRequest.to(PLACE_ORDER).text(order()).acknowledge().correlationId(correlationId));
        Answer reply = alice.replies().next();

        assertThat(ack.kind()).isEqualTo("Ack");
        assertThat(reply.kind()).isEqualTo("Reply");
        assertThat(ack.correlationId()).isEqualTo(correlationId);
        assertThat(reply.correlationId()).isEqualTo(correlationId);
        assertThat(reply.conversationId()).isEqualTo(ack.conversationId());
    }

    @Test
    void saysInTheAcknowledgmentWhatAnHttpClientIsTold() {
        String id = fresh("message");

        Answer ack =
                alice.ask(JmsRequest.to(PLACE_ORDER).text(order()).acknowledge().messageId(id));

        var body = ack.json();
        assertThat(body.path("conversationId").asText()).isEqualTo(ack.conversationId());
        assertThat(body.path("messageId").asText()).isEqualTo(id);
        assertThat(body.path("correlationId").asText()).isEqualTo(ack.correlationId());
        assertThat(body.path("operation").asText()).isEqualTo(PLACE_ORDER);
        assertThat(body.path("exchange").asText()).isEqualTo("in-out");
        assertThat(body.path("status").asText()).isEqualTo("ACCEPTED");
        assertThat(Instant.parse(body.path("expiresAt").asText()))
                .isAfter(Instant.parse(body.path("createdAt").asText()));
    }

    @Test
    void acknowledgesBeforeASlowOperationHasEnded() {
        String id = fresh("message");

        Answer ack = alice.ask(
                JmsRequest.to(BOOK_COURIER).text(courier(3)).acknowledge().messageId(id));

        assertThat(ack.kind()).isEqualTo("Ack");
        assertThat(olga.conversation(ack.conversationId()).send().conversationStatus())
                .isIn("ACCEPTED", "RUNNING");
        assertThat(alice.replies().next().kind()).isEqualTo("Reply");
        assertThat(effects(id)).isEqualTo(1);
    }
}
