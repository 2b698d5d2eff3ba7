package dev.parley.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.message.Address;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsReaderTest {

    private static Settings read(Map<String, String> values) {
        return SettingsReader.read(key -> Optional.ofNullable(values.get(key)));
    }

    @Test
    void hasSafeDefaults() {
        Settings settings = read(Map.of());
        assertThat(settings.trustBrokerUser()).isFalse();
        assertThat(settings.delivery()).isEqualTo(Delivery.XA);
        assertThat(settings.limits().maxBodySize()).isEqualTo(1024 * 1024);
        assertThat(settings.limits().defaultDeadline()).isEqualTo(Duration.ofHours(1));
        assertThat(settings.inlineOperation()).isEqualTo(Duration.ofMillis(2));
    }

    @Test
    void turnsOffWithNoDurationWhatMayRunBeforeAnAcknowledgment() {
        assertThat(read(Map.of("parley.http.inline", "PT0S")).inlineOperation()).isZero();
        assertThatThrownBy(() -> read(Map.of("parley.http.inline", "PT-1S"))).hasMessageContaining("at least PT0S");
    }

    @Test
    void letsCallsOfMailboxesWaitForEachOtherOnlyForMoments() {
        assertThatThrownBy(() -> read(Map.of("parley.relay.gathering", "PT1S")))
                .hasMessageContaining("parley.relay.gathering is 'PT1S'")
                .hasMessageContaining("at most PT0.1S");
    }

    @Test
    void letsCallersOfMailboxesBeKnownForAMinuteAtMost() {
        assertThat(read(Map.of()).relay().identity()).isEqualTo(Duration.ofSeconds(1));
        assertThat(read(Map.of("parley.relay.identity", "PT0S")).relay().identity())
                .isZero();
        assertThatThrownBy(() -> read(Map.of("parley.relay.identity", "PT2M")))
                .hasMessageContaining("parley.relay.identity is 'PT2M'")
                .hasMessageContaining("at most PT1M");
    }

    @Test
    void saysOfAllThatIsWrongWhatToWrite() {
        assertThatThrownBy(() -> read(Map.of(
                        "parley.batch.size", "many",
                        "parley.deadline.default", "1h",
                        "parley.sender.trusted", "yes",
                        "parley.delivery", "jta",
                        "parley.addresses", "reply.*, parley.dead")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("parley.batch.size is 'many', write a whole number from 1 to 1000")
                .hasMessageContaining("parley.deadline.default is '1h', write an ISO 8601 duration")
                .hasMessageContaining("parley.delivery is 'jta', write xa or outbox")
                .hasMessageContaining("parley.sender.trusted is 'yes', write true or false")
                .hasMessageContaining("parley.addresses has 'parley.dead'");
    }

    @Test
    void letsPingsGoWhereAnswersMayIfNothingElseIsSaid() {
        Address provider = Address.queue("provider.paul");
        Address other = Address.queue("other.paul");
        assertThat(read(Map.of()).pingAddresses().allows(provider)).isFalse();
        assertThat(read(Map.of("parley.addresses", "other.*")).pingAddresses().allows(other))
                .isTrue();
        Settings settings = read(Map.of("parley.renewal.addresses", "reply.*, provider.*"));
        assertThat(settings.pingAddresses().allows(provider)).isTrue();
        assertThat(settings.limits().addresses().allows(provider)).isFalse();
        assertThatThrownBy(() -> read(Map.of("parley.renewal.addresses", "parley.work")))
                .hasMessageContaining("parley.renewal.addresses has 'parley.work'");
    }

    @Test
    void refusesAMaximumBelowTheDefault() {
        assertThatThrownBy(() -> read(Map.of("parley.deadline.maximum", "PT1M")))
                .hasMessageContaining("parley.deadline.maximum");
    }
}
