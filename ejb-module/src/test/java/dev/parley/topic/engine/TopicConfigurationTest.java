package dev.parley.topic.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.engine.config.SettingsReader;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TopicConfigurationTest {

    private static TopicSettings read(Map<String, String> values) {
        return SettingsReader.read(key -> Optional.ofNullable(values.get(key)), new TopicConfiguration());
    }

    @Test
    void nothingNeedBeSaid() {
        assertThat(read(Map.of())).isEqualTo(new TopicSettings(1_000, Duration.ofDays(7), 100));
    }

    @Test
    void whatIsWrongIsSaidTogether() {
        assertThatThrownBy(() -> read(Map.of("parley.topic.retention", "long", "parley.topic.batch", "0")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("parley.topic.retention is 'long'")
                .hasMessageContaining("parley.topic.batch is '0'");
    }
}
