package dev.parley.engine.wire;

import dev.parley.engine.commit.Ids;
import dev.parley.message.Headers;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.jms.client.ActiveMQMessage;

/** The received messages, as messages to send. */
public final class JmsMessages {

    private JmsMessages() {}

    /** The property in which the broker keeps the id that an AMQP client gave; as JMSMessageID it makes another one. */
    private static final String AMQP_ID = "NATIVE_MESSAGE_ID";

    /** The beginning of an AMQP id that is a string as JMS does not have them. */
    private static final String AMQP_STRING = "ID:AMQP_NO_PREFIX:";

    /**
     * The id that its sender gave it. STOMP clients give none: a request that is sent twice has two then, but each
     * delivery of one message has the same.
     */
    static String id(Message message) throws JMSException {
        if (message.getObjectProperty(AMQP_ID) instanceof String id) {
            return id.startsWith(AMQP_STRING) ? id.substring(AMQP_STRING.length()) : id;
        }
        String given = message.getJMSMessageID();
        if (given != null) {
            return given;
        }
        return message instanceof ActiveMQMessage stored
                ? "ID:" + stored.getCoreMessage().getMessageID() + "-" + message.getJMSTimestamp()
                : "ID:" + Ids.next();
    }

    /** Whether its body is not here yet, since it is large: the consumer that received it brings it when it is read. */
    public static boolean isOnItsWay(Message message) {
        return message instanceof ActiveMQMessage artemis
                && artemis.getCoreMessage().isLargeMessage();
    }

    /**
     * The properties that can be set again: the broker's own and the provider's are not ours to copy, and those of
     * which there are too many are left out.
     */
    private static Map<String, Object> properties(Message message, MessageHeaders headers) throws JMSException {
        Map<String, Object> properties = new HashMap<>();
        for (String name : headers.properties().keySet()) {
            Object value = isOurs(name) ? message.getObjectProperty(name) : null;
            if (value != null) {
                properties.put(name, value);
            }
        }
        return properties;
    }

    private static boolean isOurs(String name) {
        return !name.startsWith("JMSX") && !name.startsWith("JMS_") && !name.startsWith("_AMQ");
    }

    /**
     * Makes a message that was received one that can be sent: its properties can be written, and its headers are short
     * enough. Whatever they are called and of whatever type they are, they stay as they are.
     */
    public static void makeSendable(Message message) throws JMSException {
        MessageHeaders headers = MessageHeaders.bounded(message);
        Map<String, Object> properties = properties(message, headers);
        String type = headers.type();
        String correlationId = headers.correlationId();
        boolean isAnswerable = headers.replyTo() != null;
        message.clearProperties();
        if (headers.areTooMany()) {
            clearHeaders(message);
            message.setJMSType(type);
            CorrelationId.set(message, correlationId);
            if (!isAnswerable) {
                message.setJMSReplyTo(null);
            }
        }
        for (Map.Entry<String, Object> property : properties.entrySet()) {
            put(message, property.getKey(), property.getValue());
        }
    }

    /** The same, and it stays that of who sent it first: what Parley sends, the broker does not stamp anew. */
    public static void makeSendableAgain(Message message) throws JMSException {
        String user = new MessageHeaders(message).text(MessageReader.USER);
        makeSendable(message);
        if (user != null) {
            put(message, MessageReader.USER, user);
        }
    }

    /** A client can have made up headers that no API shows. */
    private static void clearHeaders(Message message) {
        if (message instanceof ActiveMQMessage artemis) {
            ClientMessage core = artemis.getCoreMessage();
            List.copyOf(core.getPropertyNames()).stream()
                    .filter(name -> name.toString().startsWith("JMS")
                            && !name.toString().equals("JMSReplyTo"))
                    .forEach(core::removeProperty);
        }
    }

    /**
     * Sets a property. JMS has rules for names and types that other protocols do not have: a message that came from
     * them could not be sent on.
     */
    static void put(Message message, String name, Object value) throws JMSException {
        if (message instanceof ActiveMQMessage artemis) {
            artemis.getCoreMessage().putObjectProperty(SimpleString.of(name), value);
        } else {
            message.setObjectProperty(name, value);
        }
    }

    /** Takes properties off a message that can be sent. */
    public static void remove(Message message, List<String> names) {
        if (message instanceof ActiveMQMessage artemis) {
            names.forEach(name -> artemis.getCoreMessage().removeProperty(SimpleString.of(name)));
        }
    }

    /** A copy of a message whose body has been read, for a queue of Parley. */
    public static WireMessage copy(Message message, String body) throws JMSException {
        MessageHeaders headers = MessageHeaders.bounded(message);
        Map<String, Object> properties = properties(message, headers);
        properties.putIfAbsent(Headers.MESSAGE_ID, headers.id());
        properties.replaceAll((name, value) -> isOfJms(value) ? value : String.valueOf(headers.text(name)));
        return new WireMessage(
                Queues.DEAD,
                headers.type(),
                headers.correlationId(),
                headers.replyTo(),
                null,
                properties,
                body,
                Duration.ZERO,
                null);
    }

    private static boolean isOfJms(Object value) {
        return value instanceof String || value instanceof Boolean || value instanceof Number;
    }
}
