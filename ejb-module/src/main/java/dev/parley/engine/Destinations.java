package dev.parley.engine;

import dev.parley.conversation.Address;
import jakarta.jms.Destination;
import jakarta.jms.TemporaryQueue;
import jakarta.jms.Topic;
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

    /** The address of a reply destination; null if there is none. Over STOMP it is neither queue nor topic, but has a name. */
    static @Nullable Address address(@Nullable Destination destination) {
        if (destination instanceof TemporaryQueue && destination instanceof ActiveMQDestination temporary) {
            return Address.temporary(temporary.getAddress());
        }
        return destination instanceof ActiveMQDestination lasting && !(destination instanceof Topic)
                ? Address.queue(withoutPrefix(lasting.getAddress()))
                : null;
    }

    private static String withoutPrefix(String name) {
        return name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
    }

    /** The destination behind an address. */
    static Destination destination(Address address) {
        return switch (address.kind()) {
            case TEMPORARY -> ActiveMQDestination.createTemporaryQueue(address.name());
            case QUEUE -> ActiveMQDestination.createQueue(PREFIX + address.name(), address.name());
            case MAILBOX, OPERATION -> throw new IllegalArgumentException("No JMS destination: " + address);
        };
    }
}
