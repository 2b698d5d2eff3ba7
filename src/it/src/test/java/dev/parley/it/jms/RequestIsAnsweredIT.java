package dev.parley.it.jms;

import static dev.parley.it.client.Samples.PLACE_ORDER;
import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.freshReplyQueue;
import static dev.parley.it.client.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.Answer;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.ServerNames;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RequestIsAnsweredIT extends JmsTest {

    RequestIsAnsweredIT(ParleyServer server) {
        super(server);
    }

    @Test
    void repliesToTheReplyAddress() {
        Answer reply = alice.ask(JmsRequest.to(PLACE_ORDER).text(order()));

        assertThat(reply.kind()).isEqualTo("Reply");
        assertThat(reply.type()).isEqualTo(PLACE_ORDER);
        assertThat(reply.conversationId()).isNotBlank();
        assertThat(reply.messageId()).isNotBlank();
        assertThat(reply.json().path("orderId").asText()).isNotBlank();
    }

    @Test
    void correlatesByTheMessagesOwnIdIfThereIsNoOther() {
        String id = alice.send(JmsRequest.to(PLACE_ORDER).text(order()));

        assertThat(alice.replies().next().correlationId()).isEqualTo(id);
    }

    @Test
    void echoesTheRequestersCorrelationId() {
        String correlationId = fresh("correlation");

        Answer reply = alice.ask(JmsRequest.to(PLACE_ORDER).text(order()).correlationId(correlationId));

        assertThat(reply.correlationId()).isEqualTo(correlationId);
    }

    @Test
    void echoesACorrelationIdOfBytes() throws JMSException {
        byte[] correlationId = {0, -1, 'x'};
        try (var factory = JmsParticipant.coreFactory(server);
                JMSContext context = factory.createContext(
                        server.alice().name(), server.alice().password())) {
            var replies = context.createTemporaryQueue();
            Message request = context.createTextMessage(order());
            request.setJMSType(PLACE_ORDER);
            request.setJMSReplyTo(replies);
            request.setJMSCorrelationIDAsBytes(correlationId);
            context.createProducer().send(context.createQueue(ServerNames.REQUESTS), request);

            Message reply = context.createConsumer(replies).receive(30_000);

            assertThat(reply.getJMSCorrelationIDAsBytes()).isEqualTo(correlationId);
        }
    }

    @Test
    void callsTheConversationAsTheRequesterDoes() {
        String conversation = fresh("conversation");

        Answer reply = alice.ask(JmsRequest.to(PLACE_ORDER).text(order()).property("ConversationId", conversation));

        assertThat(reply.kind()).isEqualTo("Reply");
        assertThat(reply.conversationId()).isEqualTo(conversation);
    }

    @Test
    void givesEveryMessageAnIdOfItsOwn() {
        String id = fresh("message");

        Answer reply = alice.ask(JmsRequest.to(PLACE_ORDER).text(order()).messageId(id));

        assertThat(reply.messageId()).isNotEqualTo(id);
        assertThat(effects(id)).isEqualTo(1);
    }

    @Test
    void readsBytesAsUtf8() {
        byte[] body = order().replace("Ada", "Ad\u00e4").getBytes(StandardCharsets.UTF_8);

        assertThat(alice.ask(JmsRequest.to(PLACE_ORDER).bytes(body)).kind()).isEqualTo("Reply");
    }

    @Test
    void repliesToANamedQueue() {
        String queue = freshReplyQueue("alice");
        var replies = alice.listen(queue);

        alice.send(JmsRequest.to(PLACE_ORDER).text(order()).replyTo(queue));

        assertThat(replies.next().kind()).isEqualTo("Reply");
    }
}
