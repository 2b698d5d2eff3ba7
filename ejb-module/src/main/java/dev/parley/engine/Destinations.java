package dev.parley.engine;

import dev.parley.conversation.Address;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Queue;
import jakarta.jms.TemporaryQueue;
import org.apache.activemq.artemis.jms.client.ActiveMQDestination;
import org.jspecify.annotations.Nullable;

/**
 * Addresses as JMS destinations and back. Destinations are made without asking the broker: a session that looks up a queue by name pays a round
 * trip, and fails for one that is made when something is sent to it.
 */
final class Destinations {

    /** What the broker's addresses of JMS queues begin with, in the eyes of AMQP and STOMP clients. */
    private static final String PREFIX = "jms.queue.";

    private Destinations() {}

    /** The address of a reply destination; null for what is no queue. */
    static @Nullable Address address(@Nullable Destination destination) {
        try {
            if (destination instanceof TemporaryQueue temporary) {
                return Address.temporary(temporary.getQueueName());
            }
            return destination instanceof Queue queue ? Address.queue(withoutPrefix(queue.getQueueName())) : null;
        } catch (JMSException e) {
            throw new JMSRuntimeException(e.getMessage(), e.getErrorCode(), e);
        }
    }

    private static String withoutPrefix(String name) {
        return name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
    }

    /** The destination behind an address. */
    static Destination destination(Address address) {
        return switch (address.kind()) {
            case TEMPORARY -> ActiveMQDestination.createTemporaryQueue(address.name());
            case QUEUE -> ActiveMQDestination.createQueue(PREFIX + address.name(), address.name());
            case MAILBOX -> throw new IllegalArgumentException("A mailbox is no JMS destination: " + address);
        };
    }
}
