package dev.parley.engine.wire;

import dev.parley.message.Address;
import dev.parley.message.Headers;
import dev.parley.message.Problem;
import jakarta.jms.DeliveryMode;
import jakarta.jms.Destination;
import jakarta.jms.InvalidDestinationException;
import jakarta.jms.InvalidDestinationRuntimeException;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends with one JMS session. */
public final class JmsSender {

    private static final Logger LOG = System.getLogger(JmsSender.class.getName());

    /** What the broker has seen it does not take again, under this property. */
    private static final String DUPLICATE_DETECTION_ID = "_AMQ_DUPL_ID";

    private final JmsPort port;
    private final InstantSource clock;
    private final Map<Address, Destination> destinations = new HashMap<>();

    /** The two faces of a JMS session. */
    private interface JmsPort {

        TextMessage text(String body) throws JMSException;

        void send(Destination to, Message message, long delay, long timeToLive) throws JMSException;
    }

    public JmsSender(JMSContext context, InstantSource clock) {
        this.port = new OfContext(context);
        this.clock = clock;
    }

    public JmsSender(Session session, InstantSource clock) throws JMSException {
        this.port = new OfSession(session, session.createProducer(null));
        this.clock = clock;
    }

    /**
     * Sends a message. A requester that is gone must not keep others from being answered: its answer is parked.
     *
     * @param delay how long from now on it is not delivered
     * @param once the id by which the broker knows it; null if it cannot be sent twice
     */
    public void send(WireMessage message, Duration delay, @Nullable String once) {
        try {
            sendTo(message, delay, once);
        } catch (InvalidDestinationException | InvalidDestinationRuntimeException gone) {
            parkOrLeave(message, once);
        } catch (JMSException e) {
            throw unchecked(e);
        }
    }

    /**
     * A request that can be answered is sent again, and its requester told in the end; whatever else cannot be
     * delivered is kept.
     */
    private void parkOrLeave(WireMessage message, @Nullable String once) {
        if (message.replyTo() == null) {
            park(message, once);
        } else {
            LOG.log(
                    Level.WARNING,
                    "{0} did not go out: there is no {1}",
                    message.properties().get(Headers.MESSAGE_ID),
                    message.to());
        }
    }

    private void park(WireMessage message, @Nullable String once) {
        LOG.log(
                Level.WARNING,
                "Parked the message {0}: {1} is not there any more",
                message.properties().get(Headers.MESSAGE_ID),
                message.to());
        Problem why = WireProblem.REPLY_ADDRESS_GONE.because(message.to() + " is not there any more.");
        try {
            sendTo(WireFormat.unsent(message, why), Duration.ZERO, once);
        } catch (JMSException e) {
            throw unchecked(e);
        }
    }

    private void sendTo(WireMessage message, Duration delay, @Nullable String once) throws JMSException {
        TextMessage text = text(message);
        if (once != null) {
            text.setStringProperty(DUPLICATE_DETECTION_ID, once);
        }
        port.send(destination(message.to()), text, delay.toMillis(), timeToLive(message));
    }

    /**
     * The client asks the broker for address and queue of a destination once, and notes in the object that they are
     * there: two round trips saved for each further answer to the same requester. No longer than a transaction, since
     * queues go.
     */
    private Destination destination(Address to) {
        return destinations.computeIfAbsent(to, Destinations::destination);
    }

    /** What has expired by now the broker moves to where it moves all that has. */
    private long timeToLive(WireMessage message) {
        if (message.expiresAt() == null) {
            return Message.DEFAULT_TIME_TO_LIVE;
        }
        return Math.max(
                1, Duration.between(clock.instant(), message.expiresAt()).toMillis());
    }

    private TextMessage text(WireMessage message) throws JMSException {
        TextMessage text = port.text(message.body());
        text.setJMSType(message.type());
        CorrelationId.set(text, message.correlationId());
        if (message.replyTo() != null) {
            Destinations.replyTo(text, message.replyTo());
        }
        if (message.group() != null) {
            text.setStringProperty("JMSXGroupID", message.group());
        }
        for (Map.Entry<String, Object> property : message.properties().entrySet()) {
            JmsMessages.put(text, property.getKey(), property.getValue());
        }
        return text;
    }

    /**
     * A producer that delays nothing and lets nothing expire. All producers of a context of the Artemis client are one:
     * what was set for a message holds for all that are sent after it.
     */
    public static JMSProducer producer(JMSContext context) {
        return context.createProducer()
                .setDeliveryDelay(Message.DEFAULT_DELIVERY_DELAY)
                .setTimeToLive(Message.DEFAULT_TIME_TO_LIVE);
    }

    private static JMSRuntimeException unchecked(JMSException e) {
        return new JMSRuntimeException(e.getMessage(), e.getErrorCode(), e);
    }

    private record OfContext(JMSContext context) implements JmsPort {

        @Override
        public TextMessage text(String body) {
            return context.createTextMessage(body);
        }

        @Override
        public void send(Destination to, Message message, long delay, long timeToLive) {
            producer(context).setDeliveryDelay(delay).setTimeToLive(timeToLive).send(to, message);
        }
    }

    private record OfSession(Session session, MessageProducer producer) implements JmsPort {

        @Override
        public TextMessage text(String body) throws JMSException {
            return session.createTextMessage(body);
        }

        @Override
        public void send(Destination to, Message message, long delay, long timeToLive) throws JMSException {
            producer.setDeliveryDelay(delay);
            producer.send(to, message, DeliveryMode.PERSISTENT, Message.DEFAULT_PRIORITY, timeToLive);
        }
    }
}
