package dev.parley.engine.config;

import dev.parley.conversation.RequestLimits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.config.ConfigProvider;

/** The configuration, read once from MicroProfile Config. */
@ApplicationScoped
class Configuration {

    private final Settings settings =
            SettingsReader.read(key -> ConfigProvider.getConfig().getOptionalValue(key, String.class));

    @Produces
    @Dependent
    Settings settings() {
        return settings;
    }

    @Produces
    @Dependent
    RequestLimits limits() {
        return settings.limits();
    }
}
