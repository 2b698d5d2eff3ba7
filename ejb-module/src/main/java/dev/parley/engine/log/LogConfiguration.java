package dev.parley.engine.log;

import dev.parley.engine.config.Configuration;
import dev.parley.engine.config.SettingsGroup;
import dev.parley.engine.config.SettingsReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** Reads {@code parley.log.*}. */
@ApplicationScoped
class LogConfiguration implements SettingsGroup<LogSettings> {

    @Override
    public LogSettings read(SettingsReader keys) {
        return new LogSettings(
                keys.flag("parley.log.ids", true), keys.number("parley.log.repetitions", 30, 0, 1_000_000));
    }

    @Produces
    @Dependent
    LogSettings settings(Configuration configuration) {
        return configuration.of(LogSettings.class);
    }
}
