package dev.parley.engine.broker;

import dev.parley.engine.config.SettingsReader;
import dev.parley.message.AddressPolicy;
import java.util.List;

/**
 * The settings of the broker in this server.
 *
 * @param shared names of queues of users that are everybody's, as far as their roles go
 */
record BrokerSettings(AddressPolicy shared) {

    /** Each queue is its user's. */
    static final BrokerSettings SAFE = new BrokerSettings(new AddressPolicy(List.of()));

    static BrokerSettings read(SettingsReader keys) {
        return new BrokerSettings(keys.addresses("parley.queues.shared", SAFE.shared()));
    }
}
