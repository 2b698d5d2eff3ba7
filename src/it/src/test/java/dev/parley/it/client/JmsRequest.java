package dev.parley.it.client;

import jakarta.jms.Destination;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.activemq.artemis.jms.client.ActiveMQTopic;
import org.jspecify.annotations.Nullable;

/** A request as a JMS message, with as much of the contract as a test is about. */
public final class JmsRequest {

    private final @Nullable String type;
    private final Map<String, Object> properties = new LinkedHashMap<>();
    private Body body = context -> context.createTextMessage("{}");
    private @Nullable String correlationId;
    private @Nullable Duration timeToLive;
    private boolean wantsNoAnswer;
    private @Nullable String replyQueue;
    private @Nullable String replyTopic;

    /** How a body gets into a message. */
    @FunctionalInterface
    public interface Body {
        Message in(JMSContext context) throws JMSException;
    }

    private JmsRequest(@Nullable String type) {
        this.type = type;
    }

    public static JmsRequest to(String operation) {
        return new JmsRequest(operation);
    }

    public static JmsRequest withoutType() {
        return new JmsRequest(null);
    }

    /** A message to a mailbox: no answer is wanted unless there is a {@link #replyTo}. */
    public static JmsRequest mail(String type, String text) {
        return new JmsRequest(type).text(text).withoutReplyAddress();
    }

    public JmsRequest text(String text) {
        return body(context -> context.createTextMessage(text));
    }

    public JmsRequest bytes(byte[] bytes) {
        return body(context -> {
            var message = context.createBytesMessage();
            message.writeBytes(bytes);
            return message;
        });
    }

    public JmsRequest body(Body other) {
        body = other;
        return this;
    }

    public JmsRequest messageId(String id) {
        return property("MessageId", id);
    }

    public JmsRequest exchange(String name) {
        return property("Exchange", name);
    }

    public JmsRequest acknowledge() {
        return property("Acknowledge", true);
    }

    public JmsRequest state(String state) {
        return property("State", state);
    }

    public JmsRequest property(String name, Object value) {
        properties.put(name, value);
        return this;
    }

    public JmsRequest correlationId(String id) {
        correlationId = id;
        return this;
    }

    public JmsRequest timeToLive(Duration duration) {
        timeToLive = duration;
        return this;
    }

    /** No JMSReplyTo. */
    public JmsRequest withoutReplyAddress() {
        wantsNoAnswer = true;
        return this;
    }

    /** A topic as JMSReplyTo, where no answer may go. */
    public JmsRequest replyTopic(String topic) {
        replyTopic = topic;
        return this;
    }

    /** A named queue as JMSReplyTo instead of the participant's temporary one. */
    public JmsRequest replyTo(String queue) {
        replyQueue = queue;
        return this;
    }

    /** Sends, and says which JMSMessageID it became. */
    String send(JMSContext context, Destination requests, Destination ownReplies, String queuePrefix)
            throws JMSException {
        Message message = body.in(context);
        if (type != null) {
            message.setJMSType(type);
        }
        if (correlationId != null) {
            message.setJMSCorrelationID(correlationId);
        }
        for (Map.Entry<String, Object> property : properties.entrySet()) {
            message.setObjectProperty(property.getKey(), property.getValue());
        }
        if (replyTopic != null) {
            // A context would ask for the topic, which is not there
            message.setJMSReplyTo(new ActiveMQTopic(replyTopic));
        } else if (replyQueue != null) {
            message.setJMSReplyTo(context.createQueue(queuePrefix + replyQueue));
        } else if (!wantsNoAnswer) {
            message.setJMSReplyTo(ownReplies);
        }
        var producer = context.createProducer();
        if (timeToLive != null) {
            producer.setTimeToLive(timeToLive.toMillis());
        }
        producer.send(requests, message);
        return message.getJMSMessageID();
    }
}
