package dev.parley.relay.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.engine.config.SettingsReader;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RelayConfigurationTest {

    private static RelaySettings read(Map<String, String> values) {
        return SettingsReader.read(key -> Optional.ofNullable(values.get(key)), new RelayConfiguration());
    }

    @Test
    void letsCallsOfMailboxesWaitForEachOtherOnlyForMoments() {
        assertThatThrownBy(() -> read(Map.of("parley.relay.gathering", "PT1S")))
                .hasMessageContaining("parley.relay.gathering is 'PT1S'")
                .hasMessageContaining("at most PT0.1S");
    }

    @Test
    void letsCallersOfMailboxesBeKnownForAMinuteAtMost() {
        assertThat(read(Map.of()).identity()).isEqualTo(Duration.ofSeconds(1));
        assertThat(read(Map.of("parley.relay.identity", "PT0S")).identity()).isZero();
        assertThatThrownBy(() -> read(Map.of("parley.relay.identity", "PT2M")))
                .hasMessageContaining("parley.relay.identity is 'PT2M'")
                .hasMessageContaining("at most PT1M");
    }
}
