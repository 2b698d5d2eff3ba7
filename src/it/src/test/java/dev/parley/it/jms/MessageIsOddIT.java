package dev.parley.it.jms;

import static dev.parley.it.client.Samples.PLACE_ORDER;
import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.freshReplyQueue;
import static dev.parley.it.client.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.it.client.AmqpParticipant;
import dev.parley.it.client.Answer;
import dev.parley.it.client.DeadMessages;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.client.StompParticipant;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.ServerNames;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.MapMessage;
import jakarta.jms.Message;
import java.io.IOException;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientProducer;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.apache.qpid.jms.message.JmsMapMessage;
import org.apache.qpid.jms.message.JmsMessage;
import org.apache.qpid.jms.message.facade.JmsMapMessageFacade;
import org.apache.qpid.jms.provider.amqp.message.AmqpJmsMessageFacade;
import org.apache.qpid.proton.Proton;
import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.apache.qpid.proton.amqp.messaging.AmqpValue;
import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.engine.Receiver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that clients of other protocols, or bad ones, can send: the sender is told, and others are answered. */
class MessageIsOddIT extends JmsTest {

    private final String correlationId = fresh("correlation");

    MessageIsOddIT(ParleyServer server) {
        super(server);
    }

    @AfterEach
    void othersAreAnswered() {
        assertThat(alice.ask(JmsRequest.to(PLACE_ORDER).text(order())).kind()).isEqualTo("Reply");
    }

    private interface Oddity {
        Message in(JMSContext context) throws Exception;
    }

    private void sendOverAmqp(String queue, Oddity oddity) {
        var factory = new JmsConnectionFactory("amqp://127.0.0.1:" + server.messagingPort());
        try (JMSContext context =
                factory.createContext(server.alice().name(), server.alice().password())) {
            Message message = oddity.in(context);
            message.setJMSType(PLACE_ORDER);
            context.createProducer().send(context.createQueue(ServerNames.QUEUE_PREFIX + queue), message);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError("The message was not made", e);
        }
    }

    private static Message withProperty(JMSContext context, Object value) throws Exception {
        JmsMessage message = (JmsMessage) context.createTextMessage(order());
        ((AmqpJmsMessageFacade) message.getFacade()).setApplicationProperty("trace", value);
        return message;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ServerNames.REQUESTS,
                ServerNames.REPLIES,
                ServerNames.RELAY,
                ServerNames.RESOURCES,
                ServerNames.EVENTS,
                ServerNames.SLIPS
            })
    @SuppressWarnings("JavaUtilDate") // A timestamp of AMQP, in its client
    void hasAPropertyOfATypeThatJmsDoesNotHave(String queue) {
        assertThatThrownBy(() -> sendOverAmqp(queue, context -> withProperty(context, UUID.randomUUID())))
                .isInstanceOf(JMSRuntimeException.class);
        assertThatThrownBy(() -> sendOverAmqp(queue, context -> withProperty(context, new Date())))
                .isInstanceOf(JMSRuntimeException.class);
    }

    @Test
    void hasABodyOfATypeThatJmsDoesNotHave() {
        assertThatThrownBy(() -> sendOverAmqp(ServerNames.REQUESTS, context -> {
                    MapMessage message = context.createMapMessage();
                    ((JmsMapMessageFacade) ((JmsMapMessage) message).getFacade()).put("id", UUID.randomUUID());
                    return message;
                }))
                .isInstanceOf(JMSRuntimeException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"99", "-1", "10", "127"})
    void hasAPriorityThatThereIsNot(String priority) throws IOException {
        try (StompParticipant stomp = new StompParticipant(server, server.alice())) {
            var error = stomp.sendInVain(
                    ServerNames.QUEUE_PREFIX + ServerNames.REQUESTS,
                    Map.of("type", PLACE_ORDER, "priority", priority),
                    order());
            assertThat(error.headers().get("message") + error.body()).contains("priority");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {99, -1, 10, 127})
    void hasAPriorityThatThereIsNotOverCore(int priority) throws Exception {
        try (var factory = JmsParticipant.coreFactory(server);
                ClientSession session = factory.getServerLocator()
                        .createSessionFactory()
                        .createSession(server.alice().name(), server.alice().password(), false, true, true, false, 0);
                ClientProducer producer = session.createProducer(ServerNames.QUEUE_PREFIX + ServerNames.REQUESTS)) {
            ClientMessage message = session.createMessage(ClientMessage.TEXT_TYPE, true, 0, 0, (byte) priority);
            message.getBodyBuffer().writeNullableSimpleString(SimpleString.of(order()));

            assertThatThrownBy(() -> producer.send(message))
                    .isInstanceOf(ActiveMQException.class)
                    .hasMessageContaining("priority");
        }
    }

    /** There the broker takes whatever is more than 9 for 9. */
    @ParameterizedTest
    @ValueSource(ints = {10, 99, 255})
    void hasAPriorityThatThereIsNotOverPlainAmqp(int priority) throws IOException {
        try (AmqpParticipant plain = new AmqpParticipant(server, server.alice())) {
            Receiver replies = plain.dynamicReceiver();
            org.apache.qpid.proton.message.Message request = Proton.message();
            request.setDurable(true);
            request.setPriority((short) priority);
            request.setSubject(PLACE_ORDER);
            request.setReplyTo(AmqpParticipant.addressOf(replies));
            request.setBody(new AmqpValue(order()));

            assertThat(plain.send(ServerNames.QUEUE_PREFIX + ServerNames.REQUESTS, request))
                    .isInstanceOf(Accepted.class);

            assertThat(plain.receive(replies).getApplicationProperties().getValue())
                    .containsEntry("Kind", "Reply");
        }
    }

    @Test
    void isParkedWithAPropertyThatJavaDoesNotKnow() throws IOException {
        try (StompParticipant stomp = new StompParticipant(server, server.alice())) {
            stomp.send(
                    ServerNames.QUEUE_PREFIX + ServerNames.REQUESTS,
                    Map.of(
                            "type", "make-coffee",
                            "correlation-id", correlationId,
                            "trace-id", "a b",
                            "content-length", "2"),
                    "{}");
        }
        assertThat(DeadMessages.awaitReason(server, correlationId)).startsWith("operation-unknown");
    }

    /** Once: what comes behind it is parked behind it, and it has not come again. */
    @Test
    void isParkedOnceWithAPropertyOfAmqpThatJavaDoesNotKnow() throws IOException {
        String behind = fresh("behind");
        try (AmqpParticipant plain = new AmqpParticipant(server, server.alice())) {
            for (String id : List.of(correlationId, behind)) {
                org.apache.qpid.proton.message.Message request = Proton.message();
                request.setDurable(true);
                request.setSubject("make-coffee");
                request.setCorrelationId(id);
                request.setApplicationProperties(new ApplicationProperties(Map.of("trace-id", "a b")));
                request.setBody(new AmqpValue("{}"));
                assertThat(plain.send(ServerNames.QUEUE_PREFIX + ServerNames.REQUESTS, request))
                        .isInstanceOf(Accepted.class);
            }
        }
        assertThat(DeadMessages.awaitReason(server, behind)).startsWith("operation-unknown");
        assertThat(DeadMessages.awaitReason(server, correlationId)).startsWith("operation-unknown");
        assertThat(DeadMessages.count(server, correlationId)).isEqualTo(1);
    }

    /** A number that no computer has, and half of a character. */
    @ParameterizedTest
    @ValueSource(strings = {"{\"n\": 1e2147483648}", "{\"customer\": \"half \\ud800\"}"})
    void isNoJsonThatCouldBeKept(String body) throws IOException {
        assertThatItIsRefused("body-not-json", body);
    }

    @Test
    void isATextThatIsTooLarge() throws IOException {
        assertThatItIsRefused("message-too-large", "{\"a\": \"" + "x".repeat(1_200_000) + "\"}");
    }

    /** The same is said over every protocol. */
    private void assertThatItIsRefused(String problem, String body) throws IOException {
        Answer overCore = alice.ask(JmsRequest.to(PLACE_ORDER).text(body));
        assertThat(overCore.problem()).isEqualTo("urn:parley:fault:" + problem);
        try (JmsParticipant amqp = JmsParticipant.amqp(server, server.alice())) {
            Answer overAmqp = amqp.ask(JmsRequest.to(PLACE_ORDER).text(body));
            assertThat(overAmqp.problem()).isEqualTo("urn:parley:fault:" + problem);
        }
        String replies = ServerNames.QUEUE_PREFIX + freshReplyQueue("alice");
        try (StompParticipant stomp = new StompParticipant(server, server.alice())) {
            stomp.subscribe(replies);
            stomp.send(
                    ServerNames.QUEUE_PREFIX + ServerNames.REQUESTS,
                    Map.of("type", PLACE_ORDER, "reply-to", replies),
                    body);
            assertThat(stomp.expect("MESSAGE").body()).contains("urn:parley:fault:" + problem);
        }
    }

    @Test
    void isATextThatIsFarTooLarge() {
        Answer answer = alice.ask(JmsRequest.to(PLACE_ORDER)
                .correlationId(correlationId)
                .text("{\"a\": \"" + "x".repeat(40_000_000) + "\"}"));
        assertThat(answer.problem()).isEqualTo("urn:parley:fault:message-too-large");
        assertThat(answer.correlationId()).isEqualTo(correlationId);
    }

    /** It would have to be converted, whole, before anybody could look at it. */
    @Test
    void isATextThatIsFarTooLargeOverAmqp() {
        assertThatThrownBy(() -> sendOverAmqp(
                        ServerNames.REQUESTS,
                        context -> context.createTextMessage("{\"a\": \"" + "x".repeat(8_000_000) + "\"}")))
                .isInstanceOf(JMSRuntimeException.class);
    }

    @Test
    void isATextThatIsFarTooLargeOverStomp() {
        assertIsCutOff(Map.of("type", PLACE_ORDER), "x".repeat(8_000_000));
    }

    @Test
    void hasHeadersThatAreTooLarge() throws IOException {
        String replies = ServerNames.QUEUE_PREFIX + freshReplyQueue("alice");
        try (StompParticipant stomp = new StompParticipant(server, server.alice())) {
            stomp.subscribe(replies);
            stomp.send(
                    ServerNames.QUEUE_PREFIX + ServerNames.REQUESTS,
                    Map.of(
                            "type", PLACE_ORDER,
                            "reply-to", replies,
                            "correlation-id", correlationId,
                            "trace", "x".repeat(250_000)),
                    order());
            var fault = stomp.expect("MESSAGE");
            assertThat(fault.body()).contains("header-invalid");
            assertThat(fault.headers()).containsEntry("correlation-id", correlationId);
            stomp.send(
                    ServerNames.QUEUE_PREFIX + ServerNames.REQUESTS,
                    Map.of("type", PLACE_ORDER, "correlation-id", correlationId, "trace", "x".repeat(250_000)),
                    order());
        }
        assertThat(DeadMessages.awaitReason(server, correlationId)).startsWith("header-invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "-2000000000", "2147483647"})
    void saysHowOftenItWasLookedFor(String looks) throws IOException {
        try (StompParticipant stomp = new StompParticipant(server, server.alice())) {
            stomp.send(
                    ServerNames.QUEUE_PREFIX + ServerNames.REPLIES,
                    Map.of("correlation-id", correlationId, "Looks", looks),
                    "{}");
        }
        assertThat(DeadMessages.awaitReason(server, correlationId)).startsWith("correlation-unknown");
    }

    /** It is cut off while it still sends; the ERROR frame need not reach it. */
    @Test
    void comesInAFrameWithoutEnd() {
        assertIsCutOff(Map.of("type", PLACE_ORDER, "trace", "x".repeat(8_000_000)), order());
    }

    private void assertIsCutOff(Map<String, String> headers, String body) {
        int before = server.logged("sends frames that are too large").size();
        try (StompParticipant stomp = new StompParticipant(server, server.alice())) {
            stomp.sendInVain(ServerNames.QUEUE_PREFIX + ServerNames.REQUESTS, headers, body);
        } catch (IOException cutOff) {
            assertThat(cutOff).isNotNull();
        }
        assertThat(server.logged("sends frames that are too large")).hasSize(before + 1);
    }
}
