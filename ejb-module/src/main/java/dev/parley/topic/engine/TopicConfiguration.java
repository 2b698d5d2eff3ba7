package dev.parley.topic.engine;

import dev.parley.engine.config.Configuration;
import dev.parley.engine.config.SettingsGroup;
import dev.parley.engine.config.SettingsReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;

/** Reads {@code parley.topic.*}. */
@ApplicationScoped
class TopicConfiguration implements SettingsGroup<TopicSettings> {

    @Override
    public TopicSettings read(SettingsReader keys) {
        return new TopicSettings(
                keys.number("parley.topic.topics", 1_000, 1, 1_000_000),
                keys.duration("parley.topic.retention", "P7D", Duration.ofSeconds(1)),
                keys.number("parley.topic.batch", 100, 1, 1_000));
    }

    @Produces
    @Dependent
    TopicSettings settings(Configuration configuration) {
        return configuration.of(TopicSettings.class);
    }
}
