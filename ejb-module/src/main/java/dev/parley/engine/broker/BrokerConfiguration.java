package dev.parley.engine.broker;

import dev.parley.engine.config.SettingsGroup;
import dev.parley.engine.config.SettingsReader;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Reads {@code parley.queues.*} and {@code parley.broker.restart} with all other settings, so that what is wrong with
 * it is said.
 */
@ApplicationScoped
class BrokerConfiguration implements SettingsGroup<BrokerSettings> {

    @Override
    public BrokerSettings read(SettingsReader keys) {
        return BrokerSettings.read(keys);
    }
}
