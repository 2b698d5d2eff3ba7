package dev.parley.process.engine;

import dev.parley.engine.config.Configuration;
import dev.parley.engine.config.SettingsGroup;
import dev.parley.engine.config.SettingsReader;
import dev.parley.process.ProcessLimits;
import dev.parley.process.definition.DefinitionLimits;
import dev.parley.process.rule.ProcessSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;

/** Reads {@code parley.process.*} and {@code parley.compensation.*}. */
@ApplicationScoped
class ProcessConfiguration implements SettingsGroup<ProcessLimits> {

    private static final Duration LEAST = Duration.ofMillis(1);
    private static final int MOST_CHAINED = 64;
    private static final int MOST_DATA = 64 * 1024 * 1024;

    @Override
    public ProcessLimits read(SettingsReader keys) {
        int steps = keys.number("parley.process.max-steps", 1_000, 1, 100_000);
        Duration backoff = keys.duration("parley.compensation.backoff", "PT1S", LEAST);
        ProcessLimits limits = new ProcessLimits(
                new DefinitionLimits(
                        DefinitionLimits.DEFAULT.maxSize(),
                        steps,
                        keys.number("parley.process.depth", 8, 1, 50),
                        keys.duration("parley.process.deadline", "P1D", LEAST),
                        keys.duration("parley.compensation.within", "P7D", LEAST)),
                new ProcessSettings(
                        keys.number("parley.process.max-data", 4 * 1024 * 1024, 1024, MOST_DATA),
                        steps,
                        backoff,
                        keys.duration("parley.compensation.maximum", "PT5M", backoff),
                        keys.number("parley.process.chain", 16, 0, MOST_CHAINED)));
        return limits.with(keys.names("parley.process.operators"));
    }

    @Produces
    @Dependent
    ProcessLimits settings(Configuration configuration) {
        return configuration.of(ProcessLimits.class);
    }
}
