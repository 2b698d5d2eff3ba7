package dev.parley.slip.engine;

import dev.parley.engine.config.Configuration;
import dev.parley.engine.config.Settings;
import dev.parley.engine.config.SettingsGroup;
import dev.parley.engine.config.SettingsReader;
import dev.parley.slip.SlipLimits;
import dev.parley.slip.SlipSettings;
import dev.parley.slip.seal.Seals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;

/** Reads {@code parley.slip.*}. */
@ApplicationScoped
class SlipConfiguration implements SettingsGroup<SlipSettings> {

    private static final int SMALLEST = 4 * 1024;
    private static final int LARGEST = 512 * 1024;
    private static final String KEYS = "a JSON Web Key Set of one or two keys with a kid, each a secret of at least 32"
            + " bytes (oct) or of Ed25519 (OKP)";

    @Override
    public SlipSettings read(SettingsReader keys) {
        SlipLimits standard = SlipLimits.DEFAULT;
        return new SlipSettings(
                new SlipLimits(
                        keys.number("parley.slip.max-size", standard.maxSize(), SMALLEST, LARGEST),
                        keys.number("parley.slip.hops", standard.hops(), 1, 1000),
                        keys.duration(
                                "parley.slip.compensation",
                                standard.compensation().toString(),
                                Duration.ofMillis(1)),
                        standard.readable()),
                keys.secret("parley.slip.keys", KEYS, Seals::of));
    }

    @Produces
    @Dependent
    SlipSettings settings(Configuration configuration) {
        return configuration.of(SlipSettings.class);
    }

    @Produces
    @Dependent
    SlipLimits limits(SlipSettings settings, Settings general) {
        return settings.limits().readableFor(general.retention());
    }
}
