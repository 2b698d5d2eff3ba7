package dev.parley.engine.broker;

import dev.parley.engine.config.SettingsReader;
import dev.parley.message.AddressPolicy;
import java.util.List;

/**
 * The settings of the broker in this server.
 *
 * @param shared names of queues of users that are everybody's, as far as their roles go
 * @param restarts whether this server starts anew when the broker could not write to its disk, and there is room again
 */
record BrokerSettings(AddressPolicy shared, boolean restarts) {

    /** Each queue is its user's, and a server that has lost its broker starts anew. */
    static final BrokerSettings SAFE = new BrokerSettings(new AddressPolicy(List.of()), true);

    static BrokerSettings read(SettingsReader keys) {
        return new BrokerSettings(
                keys.addresses("parley.queues.shared", SAFE.shared()),
                keys.flag("parley.broker.restart", SAFE.restarts()));
    }
}
