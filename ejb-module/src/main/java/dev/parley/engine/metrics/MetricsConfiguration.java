package dev.parley.engine.metrics;

import dev.parley.engine.config.Configuration;
import dev.parley.engine.config.SettingsGroup;
import dev.parley.engine.config.SettingsReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;

/** Reads {@code parley.metrics.*}. */
@ApplicationScoped
class MetricsConfiguration implements SettingsGroup<MetricsSettings> {

    @Override
    public MetricsSettings read(SettingsReader keys) {
        return new MetricsSettings(
                keys.flag("parley.metrics.enabled", true),
                keys.duration("parley.metrics.interval", "PT15S", Duration.ofSeconds(1)));
    }

    @Produces
    @Dependent
    MetricsSettings settings(Configuration configuration) {
        return configuration.of(MetricsSettings.class);
    }
}
