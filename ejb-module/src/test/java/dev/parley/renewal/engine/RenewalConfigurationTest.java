package dev.parley.renewal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.engine.config.SettingsReader;
import dev.parley.message.Address;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RenewalConfigurationTest {

    private static RenewalSettings read(Map<String, String> values) {
        return SettingsReader.read(key -> Optional.ofNullable(values.get(key)), new RenewalConfiguration());
    }

    @Test
    void letsPingsGoWhereAnswersMayIfNothingElseIsSaid() {
        Address provider = Address.queue("provider.paul");
        Address other = Address.queue("other.paul");
        assertThat(read(Map.of()).pingAddresses().allows(provider)).isFalse();
        assertThat(read(Map.of("parley.addresses", "other.*")).pingAddresses().allows(other))
                .isTrue();
        RenewalSettings settings = read(Map.of("parley.renewal.addresses", "reply.*, provider.*"));
        assertThat(settings.pingAddresses().allows(provider)).isTrue();
        assertThatThrownBy(() -> read(Map.of("parley.renewal.addresses", "parley.work")))
                .hasMessageContaining("parley.renewal.addresses has 'parley.work'");
    }
}
