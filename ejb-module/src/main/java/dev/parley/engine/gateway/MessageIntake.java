package dev.parley.engine.gateway;

import dev.parley.engine.config.Settings;
import dev.parley.engine.wire.MessageHeaders;
import dev.parley.engine.wire.MessageReader;
import dev.parley.engine.wire.OpaqueBody;
import dev.parley.engine.wire.Queues;
import dev.parley.engine.wire.WireFormat;
import dev.parley.message.Arrival;
import dev.parley.message.Problem;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The intake of messages from the queues of all inlets, in batches, within the transaction of the message that was
 * delivered. What is done with them is the inlet's.
 */
@ApplicationScoped
public class MessageIntake {

    @Inject
    Deliveries deliveries;

    @Inject
    Settings settings;

    @Inject
    @Any
    Instance<Inlet> inlets;

    /** Nobody looks as often. */
    private static final int MOST_LOOKS = 1000;

    private final Map<String, Way> ways = new HashMap<>();
    private MessageReader reader;

    /** An inlet, and how much of its queue is taken at once. */
    private record Way(Inlet inlet, Drain drain) {}

    /** The parking of a message of which something is stored. */
    private record Accepted(Deliveries.Received received, String body) implements DeadLettering {

        @Override
        public void park(Problem reason) {
            received.accepted(body, reason, null);
        }

        @Override
        public void park(Problem reason, String conversationId) {
            received.accepted(body, reason, conversationId);
        }
    }

    /** Reads a message that was delivered. */
    @FunctionalInterface
    private interface Reading {
        Arrival of(Message message) throws JMSException;
    }

    @PostConstruct
    void prepare() {
        reader = new MessageReader(
                settings.limits().maxBodySize(),
                settings.trustBrokerUser(),
                settings.trustBrokerUserOfAmqp(),
                settings.trustBrokerRoles());
        for (Inlet inlet : inlets) {
            ways.put(
                    inlet.queue(),
                    new Way(inlet, new Drain(settings.batchSize(), settings.batchTime(), inlet::expected)));
        }
    }

    /**
     * Handles a message from that queue and those behind it. Whatever is thrown rolls the transaction back, and all of
     * them are delivered again.
     */
    public void receive(String queue, Message first) {
        Way way = way(queue);
        deliveries.<Taken>handle(
                queue,
                gateway -> way.drain().take(first, Queues.named(queue), gateway::context),
                (message, received) -> taken(message, reader::read, queue, received),
                way.inlet()::received);
    }

    /** Handles a message that expired in that queue before it was received; otherwise as {@link #receive}. */
    public void receiveExpired(String queue, Message expired) {
        deliveries.<Taken>handle(
                queue,
                gateway -> List.of(expired),
                (message, received) -> taken(message, reader::readExpired, queue, received),
                way(queue).inlet()::expired);
    }

    private Way way(String queue) {
        return Objects.requireNonNull(ways.get(queue), queue);
    }

    private Taken taken(Message message, Reading reading, String queue, Deliveries.Received received)
            throws JMSException {
        Arrival arrival = reading.of(message);
        return new Taken(
                arrival,
                () -> opaque(message),
                // Anybody can write it: what is no number of looks was none
                new MessageHeaders(message).number(WireFormat.LOOKS, 0, MOST_LOOKS),
                received::refused,
                new Accepted(received, arrival.body()),
                looks -> received.later(Queues.named(queue), looks));
    }

    private OpaqueBody opaque(Message message) {
        try {
            return OpaqueBody.of(message, settings.limits().maxBodySize());
        } catch (JMSException e) {
            throw new JMSRuntimeException(e.getMessage(), e.getErrorCode(), e);
        }
    }
}
