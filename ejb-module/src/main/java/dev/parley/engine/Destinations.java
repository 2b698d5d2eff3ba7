package dev.parley.engine;

import dev.parley.conversation.Address;
import jakarta.jms.Destination;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Queue;
import jakarta.jms.TemporaryQueue;
import org.jspecify.annotations.Nullable;

/** Addresses as JMS destinations and back. */
final class Destinations {

    private Destinations() {}

    /** The address of a reply destination; null for what is no queue. */
    static @Nullable Address address(@Nullable Destination destination) {
        try {
            if (destination instanceof TemporaryQueue temporary) {
                return Address.temporary(temporary.getQueueName());
            }
            return destination instanceof Queue queue ? Address.queue(queue.getQueueName()) : null;
        } catch (JMSException e) {
            throw new JMSRuntimeException(e.getMessage(), e.getErrorCode(), e);
        }
    }

    /** The destination behind an address. */
    static Destination destination(Address address, JMSContext context) {
        return context.createQueue(address.name());
    }
}
