package dev.parley.relay.engine;

import dev.parley.engine.config.Configuration;
import dev.parley.engine.config.SettingsGroup;
import dev.parley.engine.config.SettingsReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;

/** Reads {@code parley.relay.*}. */
@ApplicationScoped
class RelayConfiguration implements SettingsGroup<RelaySettings> {

    /** Longer than this it would be no company any more, but a delay. */
    private static final Duration LONGEST_GATHERING = Duration.ofMillis(100);

    private static final Duration LONGEST_IDENTITY = Duration.ofMinutes(1);

    @Override
    public RelaySettings read(SettingsReader keys) {
        return new RelaySettings(
                keys.number("parley.relay.mailboxes", 10_000, 1, 1_000_000),
                keys.duration("parley.relay.interval", "PT0.01S", Duration.ofMillis(1)),
                keys.number("parley.relay.waiting", 10_000, 1, 1_000_000),
                keys.number("parley.relay.committers", 0, 0, 16),
                keys.durationUpTo(LONGEST_GATHERING, "parley.relay.gathering", "PT0.0005S"),
                keys.durationUpTo(LONGEST_IDENTITY, "parley.relay.identity", "PT1S"),
                keys.number("parley.relay.vacuum", 20_000, 0, 1_000_000_000));
    }

    @Produces
    @Dependent
    RelaySettings settings(Configuration configuration) {
        return configuration.of(RelaySettings.class);
    }
}
