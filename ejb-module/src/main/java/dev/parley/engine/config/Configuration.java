package dev.parley.engine.config;

import dev.parley.conversation.RequestLimits;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** The configuration, read once from MicroProfile Config. */
@ApplicationScoped
public class Configuration {

    @Inject
    @Any
    Instance<SettingsGroup<?>> groups;

    private final List<Object> ofPatterns = new ArrayList<>();
    private Settings settings;

    @PostConstruct
    void read() {
        settings = SettingsReader.read(
                key -> ConfigProvider.getConfig().getOptionalValue(key, String.class), this::readAll);
    }

    /** One reader for all of them notes all that is wrong. */
    private Settings readAll(SettingsReader keys) {
        groups.forEach(group -> ofPatterns.add(group.read(keys)));
        return keys.settings();
    }

    /** The settings of a pattern. */
    public <T> T of(Class<T> type) {
        return ofPatterns.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Nobody reads " + type.getName()));
    }

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
