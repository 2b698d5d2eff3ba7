package dev.parley.engine.wire;

import dev.parley.message.Address;
import dev.parley.message.AddressPolicy;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TemporaryQueue;
import jakarta.jms.Topic;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.jms.client.ActiveMQDestination;
import org.apache.activemq.artemis.jms.client.ActiveMQMessage;
import org.jspecify.annotations.Nullable;

/**
 * Addresses as JMS destinations and back. Destinations are made without asking the broker: a session that looks up a
 * queue by name pays a round trip, and fails for one that is made when something is sent to it.
 */
public final class Destinations {

    /** The beginning of the broker's addresses of JMS queues, in the eyes of AMQP and STOMP clients. */
    private static final String PREFIX = "jms.queue.";

    /** The prefix by which Core clients write that it is a queue. */
    private static final String QUALIFIED = "queue://";

    /** The same of a topic. */
    private static final String TOPIC = "topic://";

    private Destinations() {}

    /**
     * The address of a reply destination; null if there is none. Over STOMP it is neither queue nor topic, but has a
     * name. Over AMQP a queue that the broker made up for its receiver is a temporary one, whatever the message says of
     * it. A topic is written out: a queue of that name is allowed nowhere.
     */
    static @Nullable Address address(@Nullable Destination destination) {
        if (!(destination instanceof ActiveMQDestination named)) {
            return destination == null ? null : Address.queue(destination.toString());
        }
        if (destination instanceof Topic) {
            return Address.queue(TOPIC + named.getAddress());
        }
        return destination instanceof TemporaryQueue || AddressPolicy.isNameOfTemporaryQueue(named.getAddress())
                ? Address.temporary(named.getAddress())
                : Address.queue(withoutPrefix(named.getAddress()));
    }

    private static String withoutPrefix(String name) {
        return name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
    }

    /**
     * Says where a message is to be answered. Sessions inside the server write a queue as the clients of another age
     * did, and those of ours take it for a topic; so it is written as theirs do.
     */
    static void replyTo(Message message, Address to) throws JMSException {
        Destination destination = destination(to);
        if (message instanceof ActiveMQMessage artemis && destination instanceof ActiveMQDestination queue) {
            artemis.getCoreMessage().setReplyTo(SimpleString.of(QUALIFIED + queue.getAddress()));
        } else {
            message.setJMSReplyTo(destination);
        }
    }

    /** The destination behind an address. */
    public static Destination destination(Address address) {
        return switch (address.kind()) {
            case TEMPORARY -> ActiveMQDestination.createTemporaryQueue(address.name());
            case QUEUE -> ActiveMQDestination.createQueue(PREFIX + address.name(), address.name());
            case MAILBOX, OPERATION, CONVERSATION, WEBHOOK ->
                throw new IllegalArgumentException("No JMS destination: " + address);
        };
    }
}
