package dev.parley.engine;

import dev.parley.conversation.Headers;
import jakarta.jms.InvalidDestinationRuntimeException;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.TextMessage;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends with one JMS session. */
final class JmsSender {

    private static final Logger LOG = System.getLogger(JmsSender.class.getName());

    /** What the broker has seen it does not take again, under this property. */
    private static final String DUPLICATE_DETECTION_ID = "_AMQ_DUPL_ID";

    private final JMSContext context;

    JmsSender(JMSContext context) {
        this.context = context;
    }

    /**
     * Sends a message. A requester that is gone must not keep others from being answered: its answer is parked.
     *
     * @param delay how long from now on it is not delivered
     * @param once the id by which the broker knows it; null if it cannot be sent twice
     */
    void send(WireMessage message, Duration delay, @Nullable String once) {
        try {
            sendTo(message, delay, once);
        } catch (InvalidDestinationRuntimeException gone) {
            LOG.log(
                    Level.WARNING,
                    "Parked the message {0}: {1} is not there any more",
                    message.properties().get(Headers.MESSAGE_ID),
                    message.to());
            String why = "reply-address-gone: " + message.to() + " is not there any more.";
            sendTo(WireFormat.unsent(message, why), Duration.ZERO, once);
        }
    }

    private void sendTo(WireMessage message, Duration delay, @Nullable String once) {
        try {
            TextMessage text = text(message);
            if (once != null) {
                text.setStringProperty(DUPLICATE_DETECTION_ID, once);
            }
            JMSProducer producer = context.createProducer().setDeliveryDelay(delay.toMillis());
            if (message.expiresAt() != null) {
                // What has expired by now the broker moves to where it moves all that has.
                Duration left = Duration.between(Instant.now(), message.expiresAt());
                producer.setTimeToLive(Math.max(1, left.toMillis()));
            }
            producer.send(Destinations.destination(message.to()), text);
        } catch (JMSException e) {
            throw new JMSRuntimeException(e.getMessage(), e.getErrorCode(), e);
        }
    }

    private TextMessage text(WireMessage message) throws JMSException {
        TextMessage text = context.createTextMessage(message.body());
        text.setJMSType(message.type());
        text.setJMSCorrelationID(message.correlationId());
        if (message.replyTo() != null) {
            text.setJMSReplyTo(Destinations.destination(message.replyTo()));
        }
        if (message.group() != null) {
            text.setStringProperty("JMSXGroupID", message.group());
        }
        for (Map.Entry<String, Object> property : message.properties().entrySet()) {
            text.setObjectProperty(property.getKey(), property.getValue());
        }
        return text;
    }
}
