package dev.parley.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

    private static boolean trusts(boolean isBrokerHere, Map<String, String> values) {
        return SettingsReader.read(key -> Optional.ofNullable(values.get(key)), SettingsReader::settings, isBrokerHere)
                .trustBrokerUser();
    }

    @Test
    void believesTheBrokerThatParleyGuards() {
        assertThat(trusts(true, Map.of())).isTrue();
        assertThat(trusts(true, Map.of("parley.sender.trusted", "false"))).isFalse();
    }

    @Test
    void believesAnotherBrokerIfSomebodySaysThatItStamps() {
        assertThat(trusts(false, Map.of())).isFalse();
        assertThat(trusts(false, Map.of("parley.broker.stamps", "true"))).isTrue();
        assertThat(trusts(false, Map.of("parley.broker.stamps", "true", "parley.sender.trusted", "true")))
                .isTrue();
        assertThat(trusts(false, Map.of("parley.broker.stamps", "true", "parley.sender.trusted", "false")))
                .isFalse();
        assertThatThrownBy(() -> trusts(false, Map.of("parley.sender.trusted", "true")))
                .hasMessageContaining("parley.sender.trusted is 'true', but the broker is not in this server");
    }

    /** An Artemis by itself writes nothing into messages of AMQP: who sends one could say that he is anybody. */
    @Test
    void believesNoMessageOfAmqpUnlessParleyGuardsTheBroker() {
        assertThat(trustsAmqp(true, Map.of())).isTrue();
        assertThat(trustsAmqp(true, Map.of("parley.sender.trusted", "false"))).isFalse();
        assertThat(trustsAmqp(false, Map.of("parley.broker.stamps", "true"))).isFalse();
        assertThat(trustsAmqp(false, Map.of("parley.broker.stamps", "parley"))).isTrue();
        assertThat(trusts(false, Map.of("parley.broker.stamps", "parley"))).isTrue();
        assertThatThrownBy(() -> trusts(false, Map.of("parley.broker.stamps", "yes")))
                .hasMessageContaining("parley.broker.stamps is 'yes', write parley, true or false");
    }

    private static boolean trustsAmqp(boolean isBrokerHere, Map<String, String> values) {
        return SettingsReader.read(key -> Optional.ofNullable(values.get(key)), SettingsReader::settings, isBrokerHere)
                .trustBrokerUserOfAmqp();
    }

    @Test
    void turnsOffWithNoDurationWhatMayRunBeforeAnAcknowledgment() {
        assertThat(read(Map.of("parley.http.inline", "PT0S")).inlineOperation()).isZero();
        assertThatThrownBy(() -> read(Map.of("parley.http.inline", "PT-1S"))).hasMessageContaining("at least PT0S");
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
    void saysAtOnceWhatIsWrongInGroupsToo() {
        Map<String, String> values = Map.of("parley.batch.size", "many", "parley.group.size", "few");
        assertThatThrownBy(() -> SettingsReader.read(
                        key -> Optional.ofNullable(values.get(key)), keys -> keys.number("parley.group.size", 1, 1, 2)))
                .hasMessageContaining("parley.batch.size is 'many'")
                .hasMessageContaining("parley.group.size is 'few', write a whole number from 1 to 2");
    }

    @Test
    void refusesAMaximumBelowTheDefault() {
        assertThatThrownBy(() -> read(Map.of("parley.deadline.maximum", "PT1M")))
                .hasMessageContaining("parley.deadline.maximum");
    }
}
