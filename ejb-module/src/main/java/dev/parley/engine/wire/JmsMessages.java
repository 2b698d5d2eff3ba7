package dev.parley.engine.wire;

import dev.parley.engine.commit.Ids;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.time.Duration;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import org.apache.activemq.artemis.jms.client.ActiveMQMessage;

/** Received messages as messages to send. */
public final class JmsMessages {

    private JmsMessages() {}

    /** Its JMSMessageID. STOMP clients give none: a request that is sent twice has two then, but each delivery of one message has the same. */
    static String id(Message message) throws JMSException {
        String given = message.getJMSMessageID();
        if (given != null) {
            return given;
        }
        return message instanceof ActiveMQMessage stored
                ? "ID:" + stored.getCoreMessage().getMessageID() + "-" + message.getJMSTimestamp()
                : "ID:" + Ids.next();
    }

    /** The properties that can be set again: the broker's own and the provider's are not ours to copy. */
    public static Map<String, Object> properties(Message message) throws JMSException {
        Map<String, Object> properties = new HashMap<>();
        Enumeration<?> names = message.getPropertyNames();
        while (names.hasMoreElements()) {
            String name = (String) names.nextElement();
            Object value = message.getObjectProperty(name);
            boolean ours = !name.startsWith("JMSX") && !name.startsWith("JMS_") && !name.startsWith("_AMQ");
            if (ours && value != null) {
                properties.put(name, value);
            }
        }
        return properties;
    }

    /** A copy of a message whose body has been read, for a queue of Parley. */
    public static WireMessage copy(Message message, String body) throws JMSException {
        return new WireMessage(
                Queues.DEAD,
                message.getJMSType(),
                message.getJMSCorrelationID(),
                Destinations.address(message.getJMSReplyTo()),
                null,
                properties(message),
                body,
                Duration.ZERO,
                null);
    }
}
