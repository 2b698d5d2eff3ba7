package dev.parley.engine.broker;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.core.settings.impl.HierarchicalObjectRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QueueAddressesTest {

    private final HierarchicalObjectRepository<AddressSettings> settings = new HierarchicalObjectRepository<>();
    private final QueueAddresses addresses = new QueueAddresses(settings);

    @BeforeEach
    void configure() {
        settings.setDefault(new AddressSettings());
        settings.addMatch("jms.queue.reply.#", new AddressSettings().setMaxDeliveryAttempts(7));
    }

    private RoutingType typeOf(String address) {
        return settings.getMatch(address).getDefaultAddressRoutingType();
    }

    @Test
    void whatIsCalledAQueueIsOne() {
        addresses.begin();
        assertThat(typeOf("jms.queue.reply.alice")).isEqualTo(RoutingType.ANYCAST);
        assertThat(settings.getMatch("jms.queue.reply.alice").getMaxDeliveryAttempts())
                .isEqualTo(7);
        assertThat(typeOf("jms.topic.news")).isEqualTo(RoutingType.MULTICAST);
        addresses.end();
        assertThat(typeOf("jms.queue.reply.alice")).isEqualTo(RoutingType.MULTICAST);
    }

    @Test
    void whatAnOperatorHasSetStays() {
        settings.addMatch(
                "jms.queue.#",
                new AddressSettings()
                        .setDefaultAddressRoutingType(RoutingType.MULTICAST)
                        .setMaxDeliveryAttempts(9));
        addresses.begin();
        assertThat(typeOf("jms.queue.other")).isEqualTo(RoutingType.MULTICAST);
        addresses.end();
        assertThat(settings.getMatch("jms.queue.other").getMaxDeliveryAttempts())
                .isEqualTo(9);
    }
}
