package dev.parley.it.jms;

import static dev.parley.it.client.Samples.PLACE_ORDER;
import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.freshReplyQueue;
import static dev.parley.it.client.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.Json;
import dev.parley.it.client.StompParticipant;
import dev.parley.it.server.OnSharedServer;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.ServerNames;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

@OnSharedServer
class RequesterSpeaksStompIT {

    private final ParleyServer server;

    RequesterSpeaksStompIT(ParleyServer server) {
        this.server = server;
    }

    @Test
    void isAcknowledgedAndAnsweredAtANamedQueue() throws IOException {
        String replies = ServerNames.QUEUE_PREFIX + freshReplyQueue("alice");
        String correlationId = fresh("correlation");
        try (StompParticipant alice = new StompParticipant(server, server.alice())) {
            alice.subscribe(replies);
            alice.send(
                    ServerNames.QUEUE_PREFIX + ServerNames.REQUESTS,
                    Map.of(
                            "type", PLACE_ORDER,
                            "reply-to", replies,
                            "correlation-id", correlationId,
                            "MessageId", fresh("message"),
                            "Acknowledge", "true"),
                    order());

            var ack = alice.expect("MESSAGE");
            var reply = alice.expect("MESSAGE");

            assertThat(ack.headers()).containsEntry("Kind", "Ack").containsEntry("correlation-id", correlationId);
            assertThat(reply.headers()).containsEntry("Kind", "Reply").containsEntry("correlation-id", correlationId);
            assertThat(Json.parse(reply.body()).path("orderId").asText()).isNotBlank();
        }
    }

    /**
     * The broker makes no JMSMessageID for STOMP, so that there is nothing to take a MessageId or a correlation id
     * from.
     */
    @Test
    void isAnsweredEvenIfItsMessageHasNoId() throws IOException {
        String replies = ServerNames.QUEUE_PREFIX + freshReplyQueue("alice");
        try (StompParticipant alice = new StompParticipant(server, server.alice())) {
            alice.subscribe(replies);
            for (int i = 0; i < 2; i++) {
                alice.send(
                        ServerNames.QUEUE_PREFIX + ServerNames.REQUESTS,
                        Map.of("type", PLACE_ORDER, "reply-to", replies),
                        order());
            }

            var first = alice.expect("MESSAGE");
            var second = alice.expect("MESSAGE");

            assertThat(first.headers()).containsEntry("Kind", "Reply");
            assertThat(second.headers()).containsEntry("Kind", "Reply");
            assertThat(second.headers().get("ConversationId"))
                    .isNotEqualTo(first.headers().get("ConversationId"));
        }
    }
}
