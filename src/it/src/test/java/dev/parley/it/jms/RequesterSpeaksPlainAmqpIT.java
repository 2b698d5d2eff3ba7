package dev.parley.it.jms;

import static dev.parley.it.client.Samples.PLACE_ORDER;
import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.freshReplyQueue;
import static dev.parley.it.client.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.AmqpParticipant;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.Json;
import dev.parley.it.client.Samples;
import dev.parley.it.server.OnSharedServer;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.ServerNames;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.qpid.proton.Proton;
import org.apache.qpid.proton.amqp.Binary;
import org.apache.qpid.proton.amqp.UnsignedLong;
import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.apache.qpid.proton.amqp.messaging.AmqpSequence;
import org.apache.qpid.proton.amqp.messaging.AmqpValue;
import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.amqp.messaging.Data;
import org.apache.qpid.proton.amqp.messaging.Section;
import org.apache.qpid.proton.engine.Receiver;
import org.apache.qpid.proton.message.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A client that knows AMQP 1.0 and nothing of JMS, as there are in every language. */
@OnSharedServer
class RequesterSpeaksPlainAmqpIT {

    private static final String REQUESTS = ServerNames.QUEUE_PREFIX + ServerNames.REQUESTS;

    private final AmqpParticipant alice;
    private final HttpParticipant olga;

    RequesterSpeaksPlainAmqpIT(ParleyServer server) throws IOException {
        alice = new AmqpParticipant(server, server.alice());
        olga = new HttpParticipant(server, server.olga());
    }

    @AfterEach
    void disconnect() throws IOException {
        alice.close();
    }

    static List<Object> ids() {
        return List.of(
                fresh("id"),
                "ID:" + fresh("id"),
                UnsignedLong.valueOf(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE)),
                UUID.randomUUID(),
                new Binary(fresh("id").getBytes(StandardCharsets.UTF_8)));
    }

    private static Message request(String replyTo) {
        Message request = Proton.message();
        request.setDurable(true);
        request.setSubject(PLACE_ORDER);
        request.setReplyTo(replyTo);
        request.setBody(new AmqpValue(order()));
        return request;
    }

    private void send(Message request) throws IOException {
        assertThat(alice.send(REQUESTS, request)).isInstanceOf(Accepted.class);
    }

    private static void assertThatItIsAReply(Message answer) {
        assertThat(answer.getApplicationProperties().getValue()).containsEntry("Kind", "Reply");
        assertThat(Json.parse(AmqpParticipant.text(answer)).path("status").asText())
                .isEqualTo("PLACED");
    }

    @Test
    void isAnsweredAtTheAddressThatTheBrokerMadeUpForIt() throws IOException {
        Receiver receiver = alice.dynamicReceiver();
        Message request = request(AmqpParticipant.addressOf(receiver));
        request.setCorrelationId(fresh("correlation"));

        send(request);

        Message answer = alice.receive(receiver);
        assertThatItIsAReply(answer);
        assertThat(answer.getCorrelationId()).isEqualTo(request.getCorrelationId());
    }

    /** The id is the key, and answers are correlated by it, as AMQP wants it. */
    @ParameterizedTest
    @MethodSource("ids")
    void isKnownByTheIdOfItsMessage(Object id) throws IOException {
        Receiver receiver = alice.dynamicReceiver();
        Message request = request(AmqpParticipant.addressOf(receiver));
        request.setMessageId(id);

        send(request);
        Message first = alice.receive(receiver);
        send(request);
        Message second = alice.receive(receiver);

        assertThatItIsAReply(first);
        assertThat(first.getCorrelationId()).isEqualTo(id);
        assertThat(second.getApplicationProperties().getValue())
                .containsEntry(
                        "ConversationId",
                        first.getApplicationProperties().getValue().get("ConversationId"));
        assertThat(Samples.effects(olga, key(id))).isEqualTo(1);
    }

    private static String key(Object id) {
        if (id instanceof UnsignedLong) {
            return "ID:AMQP_ULONG:" + id;
        }
        if (id instanceof UUID) {
            return "ID:AMQP_UUID:" + id;
        }
        return id instanceof Binary binary
                ? "ID:AMQP_BINARY:" + java.util.HexFormat.of().withUpperCase().formatHex(binary.getArray())
                : id.toString();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void getsItsCorrelationIdBackAsItWas(Object id) throws IOException {
        Receiver receiver = alice.dynamicReceiver();
        Message request = request(AmqpParticipant.addressOf(receiver));
        request.setCorrelationId(id);

        send(request);

        assertThat(alice.receive(receiver).getCorrelationId()).isEqualTo(id);
    }

    /** Bytes, as clients send them that know nothing of texts: in a section of data, or as a value. */
    static List<Section> bodiesOfBytes() {
        Binary bytes = new Binary(order().getBytes(StandardCharsets.UTF_8));
        return List.of(new Data(bytes), new AmqpValue(bytes));
    }

    @ParameterizedTest
    @MethodSource("bodiesOfBytes")
    void isAnsweredIfItsBodyIsBytes(Section body) throws IOException {
        Receiver receiver = alice.dynamicReceiver();
        Message request = request(AmqpParticipant.addressOf(receiver));
        request.setBody(body);

        send(request);

        assertThatItIsAReply(alice.receive(receiver));
    }

    /** JMS has them as messages of other types, which are no JSON. */
    static List<Section> bodiesOfOtherTypes() {
        return List.of(
                new AmqpSequence(List.of("a", "b")), new AmqpValue(List.of("a", "b")), new AmqpValue(Map.of("a", "b")));
    }

    @ParameterizedTest
    @MethodSource("bodiesOfOtherTypes")
    void isToldThatItsBodyIsNoText(Section body) throws IOException {
        Receiver receiver = alice.dynamicReceiver();
        Message request = request(AmqpParticipant.addressOf(receiver));
        request.setBody(body);

        send(request);

        assertThat(AmqpParticipant.text(alice.receive(receiver))).contains("urn:parley:fault:message-type-refused");
    }

    @Test
    void isAnsweredAtAQueueThatItDoesNotCallOne() throws IOException {
        String queue = ServerNames.QUEUE_PREFIX + freshReplyQueue("alice");
        Receiver receiver = alice.receiver(queue);
        assertThat((Object) receiver.getRemoteCondition().getCondition()).isNull();

        send(request(queue));

        assertThatItIsAReply(alice.receive(receiver));
    }

    @Test
    void isToldThatAQueueIsNoTopic() throws IOException {
        String queue = ServerNames.QUEUE_PREFIX + freshReplyQueue("alice");
        alice.receiver(queue);

        Receiver receiver = alice.receiver(queue, "topic");

        assertThat(alice.awaitRefusal(receiver)).contains("not configured for topic support");
    }

    @Test
    void saysMoreInApplicationProperties() throws IOException {
        Receiver receiver = alice.dynamicReceiver();
        Message request = request(AmqpParticipant.addressOf(receiver));
        Map<String, Object> properties = new HashMap<>(Map.of("Acknowledge", true, "MessageId", fresh("id")));
        request.setApplicationProperties(new ApplicationProperties(properties));

        send(request);

        assertThat(alice.receive(receiver).getApplicationProperties().getValue())
                .containsEntry("Kind", "Ack");
        assertThatItIsAReply(alice.receive(receiver));
    }
}
