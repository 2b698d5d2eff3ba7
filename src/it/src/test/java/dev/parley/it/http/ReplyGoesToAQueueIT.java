package dev.parley.it.http;

import static dev.parley.it.client.Samples.PLACE_ORDER;
import static dev.parley.it.client.Samples.freshReplyQueue;
import static dev.parley.it.client.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.Answer;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.server.ParleyServer;
import org.junit.jupiter.api.Test;

class ReplyGoesToAQueueIT extends HttpTest {

    ReplyGoesToAQueueIT(ParleyServer server) {
        super(server);
    }

    @Test
    void isDeliveredAsAJmsMessage() {
        String queue = freshReplyQueue("alice");
        try (JmsParticipant listener = JmsParticipant.core(server, server.alice())) {
            var replies = listener.listen(queue);

            HttpAnswer accepted = alice.operation(PLACE_ORDER)
                    .body(order())
                    .query("replyTo", "queue:" + queue)
                    .send();
            Answer reply = replies.next();

            assertThat(reply.kind()).isEqualTo("Reply");
            assertThat(reply.conversationId()).isEqualTo(accepted.conversationId());
            assertThat(reply.correlationId())
                    .isEqualTo(accepted.json().path("correlationId").asText());
            assertThat(alice.awaitFinal(accepted.location()).json().path("reply"))
                    .isEqualTo(reply.json());
        }
    }
}
