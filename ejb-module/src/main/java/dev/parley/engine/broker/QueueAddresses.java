package dev.parley.engine.broker;

import java.util.EnumSet;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.server.impl.AddressInfo;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerAddressPlugin;

/**
 * Makes the address of a JMS queue one of queues, whoever names it first. Clients that do not say what they mean (AMQP
 * without the capability {@code queue}, STOMP without {@code subscription-type}) would make a topic of it, which no
 * answer reaches, and which nobody else could take for a queue from then on.
 */
final class QueueAddresses implements ActiveMQServerAddressPlugin {

    private static final SimpleString QUEUES = SimpleString.of("jms.queue.");

    /** What is there from before stays as it is. */
    @Override
    public void beforeAddAddress(AddressInfo address, boolean reload) {
        if (!reload && address.getName().startsWith(QUEUES)) {
            address.setRoutingTypes(EnumSet.of(RoutingType.ANYCAST));
        }
    }
}
