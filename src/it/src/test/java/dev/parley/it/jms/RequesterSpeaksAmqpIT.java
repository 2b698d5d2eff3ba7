package dev.parley.it.jms;

import static dev.parley.it.client.Samples.PLACE_ORDER;
import static dev.parley.it.client.Samples.TAKE_PAYMENT;
import static dev.parley.it.client.Samples.declinedCard;
import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.freshReplyQueue;
import static dev.parley.it.client.Samples.order;
import static dev.parley.it.client.Samples.payment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.Answer;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.server.OnSharedServer;
import dev.parley.it.server.ParleyServer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnSharedServer
class RequesterSpeaksAmqpIT {

    private final JmsParticipant alice;
    private final String correlationId = fresh("correlation");

    RequesterSpeaksAmqpIT(ParleyServer server) {
        alice = JmsParticipant.amqp(server, server.alice());
    }

    @AfterEach
    void disconnect() {
        alice.close();
    }

    @Test
    void isAcknowledgedAndAnsweredAtItsTemporaryQueue() {
        Answer ack =
                alice.ask(JmsRequest.to(PLACE_ORDER).text(order()).acknowledge().correlationId(correlationId));
        Answer reply = alice.replies().next();

        assertThat(ack.kind()).isEqualTo("Ack");
        assertThat(ack.correlationId()).isEqualTo(correlationId);
        assertThat(reply.kind()).isEqualTo("Reply");
        assertThat(reply.correlationId()).isEqualTo(correlationId);
        assertThat(reply.type()).isEqualTo(PLACE_ORDER);
    }

    @Test
    void isAnsweredAtANamedQueue() {
        String queue = freshReplyQueue("alice");
        var replies = alice.listen(queue);

        alice.send(JmsRequest.to(PLACE_ORDER)
                .text(order())
                .correlationId(correlationId)
                .replyTo(queue));

        Answer reply = replies.next();
        assertThat(reply.kind()).isEqualTo("Reply");
        assertThat(reply.correlationId()).isEqualTo(correlationId);
    }

    @Test
    void maySendBytes() {
        Answer fault = alice.ask(JmsRequest.to(TAKE_PAYMENT)
                .bytes(payment(declinedCard()).getBytes(StandardCharsets.UTF_8))
                .correlationId(correlationId));

        assertThat(fault.kind()).isEqualTo("Fault");
        assertThat(fault.problem()).isEqualTo("urn:parley:fault:card-declined");
    }
}
