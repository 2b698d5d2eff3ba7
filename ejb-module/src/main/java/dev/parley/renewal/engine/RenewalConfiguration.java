package dev.parley.renewal.engine;

import dev.parley.engine.config.Configuration;
import dev.parley.engine.config.SettingsGroup;
import dev.parley.engine.config.SettingsReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** Reads {@code parley.renewal.*}. */
@ApplicationScoped
class RenewalConfiguration implements SettingsGroup<RenewalSettings> {

    /** Pings may go where answers may, if nothing is said. */
    @Override
    public RenewalSettings read(SettingsReader keys) {
        return new RenewalSettings(
                keys.number("parley.renewal.pools", 1_000, 1, 1_000_000),
                keys.addresses(
                        "parley.renewal.addresses", keys.settings().limits().addresses()));
    }

    @Produces
    @Dependent
    RenewalSettings settings(Configuration configuration) {
        return configuration.of(RenewalSettings.class);
    }
}
