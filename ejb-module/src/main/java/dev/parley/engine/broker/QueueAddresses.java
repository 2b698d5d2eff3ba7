package dev.parley.engine.broker;

import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.core.settings.HierarchicalRepository;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/**
 * Makes the addresses of JMS queues ones of queues, whoever names one first. Clients that do not say what they mean
 * (AMQP without the capability {@code queue}, STOMP without {@code subscription-type}) would make a topic of it, which
 * no answer reaches, and which nobody else could take for a queue from then on. WildFly has no attribute for it.
 */
final class QueueAddresses {

    private static final String QUEUES = "jms.queue.#";
    private static final String ALL = "#";

    private final HierarchicalRepository<AddressSettings> settings;
    private boolean isOurs;

    QueueAddresses(HierarchicalRepository<AddressSettings> settings) {
        this.settings = settings;
    }

    /** What an operator has set for all queues stays. Narrower settings inherit it: they say nothing of it. */
    void begin() {
        isOurs = settings.getMatch(QUEUES).equals(settings.getMatch(ALL));
        if (isOurs) {
            settings.addMatch(
                    QUEUES,
                    new AddressSettings()
                            .setDefaultAddressRoutingType(RoutingType.ANYCAST)
                            .setDefaultQueueRoutingType(RoutingType.ANYCAST));
        }
    }

    void end() {
        if (isOurs) {
            settings.removeMatch(QUEUES);
        }
    }
}
