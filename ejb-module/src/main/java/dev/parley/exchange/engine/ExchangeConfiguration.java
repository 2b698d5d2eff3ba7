package dev.parley.exchange.engine;

import dev.parley.engine.config.Configuration;
import dev.parley.engine.config.SettingsGroup;
import dev.parley.engine.config.SettingsReader;
import dev.parley.exchange.UndoTerms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;

/** Reads what holds for undoing single requests: {@code parley.compensation.*}, as for processes. */
@ApplicationScoped
class ExchangeConfiguration implements SettingsGroup<UndoTerms> {

    private static final Duration LEAST = Duration.ofMillis(1);

    @Override
    public UndoTerms read(SettingsReader keys) {
        Duration backoff = keys.duration("parley.compensation.backoff", "PT1S", LEAST);
        return new UndoTerms(
                keys.duration("parley.compensation.compensable", "P7D", Duration.ZERO),
                keys.duration("parley.compensation.within", "P7D", LEAST),
                backoff,
                keys.duration("parley.compensation.maximum", "PT5M", backoff));
    }

    @Produces
    @Dependent
    UndoTerms settings(Configuration configuration) {
        return configuration.of(UndoTerms.class);
    }
}
