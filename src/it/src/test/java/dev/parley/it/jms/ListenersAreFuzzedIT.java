package dev.parley.it.jms;

import static dev.parley.it.client.Samples.PLACE_ORDER;
import static dev.parley.it.client.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.client.StompParticipant;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.ServerNames;
import jakarta.jms.BytesMessage;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.activemq.artemis.jms.client.ActiveMQMessage;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.apache.qpid.jms.message.JmsMessage;
import org.apache.qpid.jms.provider.amqp.message.AmqpJmsMessageFacade;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whatever participants send to Parley's queues, nothing is written as an error, nothing is delivered again, and others
 * are answered. {@code -Dparley.fuzz.messages=10000} tries longer, {@code -Dparley.fuzz.seed} others.
 */
class ListenersAreFuzzedIT extends JmsTest {

    private static final int MESSAGES = Integer.getInteger("parley.fuzz.messages", 150);

    private static final List<String> QUEUES = List.of(
            ServerNames.REQUESTS,
            ServerNames.REPLIES,
            ServerNames.RELAY,
            ServerNames.RESOURCES,
            ServerNames.EVENTS,
            ServerNames.SLIPS);

    private static final List<String> NAMES = List.of(
            "MessageId",
            "ConversationId",
            "Kind",
            "Exchange",
            "Acknowledge",
            "FaultTo",
            "ReplyTo",
            "State",
            "Turn",
            "Looks",
            "Mailbox",
            "Pool",
            "GrantId",
            "Topic",
            "Key",
            "cloudEvents_id",
            "cloudEvents_specversion",
            "Subject",
            "Complete",
            "AtLeast",
            "Hops",
            "_PARLEY_ROLES",
            "ContentType",
            "JMSXGroupID",
            "trace");

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "true",
            "-1",
            "99999999999",
            "1e2147483648",
            "in-out",
            "Reply",
            "Fault",
            "request",
            "confirm",
            "queue:reply.nobody",
            "queue:parley.work",
            "mailbox:nobody",
            "mailbox:..",
            "parley.requests",
            "c1:abcdefghijklmnopqrstuv",
            "\u0001\u0085\u2028",
            "orders\0",
            "quorum:0,idle:-PT1S",
            "parley.command",
            "\ud83d\ude00",
            "x".repeat(300),
            "y".repeat(60_000));

    private static final List<String> BODIES = List.of(
            "",
            "{",
            "{}",
            "[1]",
            "null",
            "{\"n\": 1e2147483648}",
            "{\"a\": \"\\ud800\"}",
            "[".repeat(5_000),
            "{\"customer\": \"Ada\", \"item\": \"lamp\", \"quantity\": 1e400}",
            "{\"wait\": \"PT1S\", \"pingTo\": \"queue:reply.nobody\"}",
            "{\"title\": \"t\"}",
            "{\"slip\": 1, \"signature\": \"a..b\"}",
            "{\"command\": \"cancel\", \"force\": true, \"reason\": \"\\u0000\"}",
            "{\"command\": \"retry\", \"step\": \"\\u0000\", \"etag\": \"\", \"reason\": \"r\"}",
            "{\"reply\": {\"slip\": \"s\\u0000\"}}",
            "{\"topic\": \"orders\\u0000\", \"event\": {}}",
            "{\"to\": {\"operations\": [\"place-order\"]}, \"complete\": {\"operation\": \"a\\u0000\"}}",
            "{\"itinerary\": [{\"operation\": \"place-order\"}], \"variables\": {\"a\": 1e400}}",
            "{\"slip\": {}, \"sentAt\": \"1e2147483648\", \"signature\": \"eyJhbGciOiJub25lIn0..\"}",
            "{\"itinerary\": [{\"operation\": \"place-order\", \"arguments\": {\"$\": \"/variables/~3\"}}]}",
            "x".repeat(2_000_000));

    private final Random random = new Random(Long.getLong("parley.fuzz.seed", 19));
    private int errors;
    private int failures;

    ListenersAreFuzzedIT(ParleyServer server) {
        super(server);
    }

    /** The operation is known from then on: what is begun for the first time goes another way. */
    @BeforeEach
    void readTheLog() {
        assertThat(alice.ask(JmsRequest.to(PLACE_ORDER).text(order())).kind()).isEqualTo("Reply");
        errors = errors();
        failures = failures();
    }

    @AfterEach
    void nothingWasWrong() {
        assertThat(alice.ask(JmsRequest.to(PLACE_ORDER).text(order())).kind()).isEqualTo("Reply");
        List<String> written = server.logged(" ERROR [");
        assertThat(written.subList(errors, written.size())).isEmpty();
        assertThat(failures()).as("deliveries that failed").isEqualTo(failures);
    }

    private int errors() {
        return server.logged(" ERROR [").size();
    }

    /** What the resource adapter says of a message that it will deliver again. */
    private int failures() {
        return server.logged("AMQ154004").size();
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private String type() {
        return oneOf(List.of(
                PLACE_ORDER,
                "make-coffee",
                "request",
                "confirm",
                "release",
                "ping",
                "parley.command",
                "parley.gather",
                "parley.publish",
                "parley.slip",
                "parley.slip.undo",
                ""));
    }

    @Test
    void overStomp() throws IOException {
        StompParticipant stomp = new StompParticipant(server, server.alice());
        try {
            for (int i = 0; i < MESSAGES; i++) {
                if (!stomp.sends(ServerNames.QUEUE_PREFIX + oneOf(QUEUES), stompHeaders(), oneOf(BODIES))) {
                    stomp.close();
                    stomp = new StompParticipant(server, server.alice());
                }
            }
        } finally {
            stomp.close();
        }
    }

    private Map<String, String> stompHeaders() {
        Map<String, String> headers = new HashMap<>();
        headers.put("type", type());
        for (int i = random.nextInt(5); i > 0; i--) {
            headers.put(oneOf(NAMES), oneOf(TEXTS).replaceAll("[\\p{Cntrl}\u2028]", "?"));
        }
        if (random.nextInt(3) == 0) {
            headers.put("priority", oneOf(List.of("99", "-1", "10", "0", "9", "x")));
        }
        if (random.nextInt(3) == 0) {
            headers.put(
                    "reply-to",
                    oneOf(List.of("x", "queue://", "topic://t", "jms.queue.parley.work", "temp-queue://x")));
        }
        if (random.nextInt(3) == 0) {
            headers.put("expires", oneOf(List.of("1", "-1", "-9223372036854775808", "9223372036854775807")));
        }
        if (random.nextInt(3) == 0) {
            headers.put("correlation-id", oneOf(TEXTS).replaceAll("[\\p{Cntrl}\u2028]", "?"));
        }
        return headers;
    }

    @Test
    void overCore() throws JMSException {
        try (var factory = JmsParticipant.coreFactory(server)) {
            send(factory, "", this::coreValue);
        }
    }

    @Test
    void overAmqp() throws JMSException {
        send(
                new JmsConnectionFactory("amqp://127.0.0.1:" + server.messagingPort()),
                ServerNames.QUEUE_PREFIX,
                this::amqpValue);
    }

    /** A type of a message, which no JMS client writes with a NUL. */
    private String oddType() {
        return random.nextInt(10) == 0 ? "place-order\0" : type();
    }

    /** Sets a property that JMS would not let one set. */
    private interface Odd {
        void put(Message message, String name);
    }

    private void coreValue(Message message, String name) {
        var core = ((ActiveMQMessage) message).getCoreMessage();
        core.putObjectProperty(name, oneOf(List.<Object>of(new byte[] {1, 2}, 'c', 1.5f, 7L, (byte) 1, "a b")));
        if (random.nextInt(10) == 0) {
            core.setType((byte) random.nextInt(10));
        }
        if (random.nextInt(20) == 0) {
            core.setPriority((byte) oneOf(List.of(10, -1, 99)).intValue());
        }
    }

    @SuppressWarnings("JavaUtilDate") // A timestamp of AMQP, in its client
    private void amqpValue(Message message, String name) {
        Object value = oneOf(List.<Object>of(UUID.randomUUID(), new Date(), 'c', 1.5f, (byte) 1, "a b"));
        try {
            ((AmqpJmsMessageFacade) ((JmsMessage) message).getFacade()).setApplicationProperty(name, value);
        } catch (JMSException e) {
            throw new AssertionError(e);
        }
    }

    private void send(ConnectionFactory factory, String prefix, Odd odd) throws JMSException {
        for (int i = 0; i < MESSAGES; i++) {
            try (JMSContext context =
                    factory.createContext(server.alice().name(), server.alice().password())) {
                Message message = message(context);
                message.setJMSType(oddType());
                message.setJMSCorrelationID(oneOf(TEXTS));
                for (int n = random.nextInt(5); n > 0; n--) {
                    message.setStringProperty(oneOf(NAMES), oneOf(TEXTS));
                }
                if (random.nextInt(2) == 0) {
                    odd.put(message, oneOf(List.of("trace", "trace-id", "MessageId", "Looks", "Turn", "Mailbox")));
                }
                var producer = context.createProducer().setDeliveryMode(DeliveryMode.PERSISTENT);
                if (random.nextInt(3) == 0) {
                    message.setJMSReplyTo(
                            context.createQueue(prefix + oneOf(List.of("parley.work", "reply.nobody", "x"))));
                }
                producer.send(context.createQueue(prefix + oneOf(QUEUES)), message);
            } catch (JMSRuntimeException refused) {
                assertThat(refused.getMessage()).isNotNull();
            }
        }
    }

    private Message message(JMSContext context) throws JMSException {
        String body = oneOf(BODIES);
        return switch (random.nextInt(5)) {
            case 0 -> {
                BytesMessage bytes = context.createBytesMessage();
                bytes.writeBytes(body.getBytes(StandardCharsets.UTF_16));
                yield bytes;
            }
            case 1 -> context.createMapMessage();
            case 2 -> context.createObjectMessage(body.length() > 100 ? "" : body);
            default -> context.createTextMessage(body);
        };
    }
}
