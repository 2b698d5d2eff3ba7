package dev.parley.engine.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.message.Address;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WireJsonTest {

    private static WireMessage again(WireMessage message) {
        return WireJson.read(WireJson.write(message), message.body());
    }

    @Test
    void keepsAllThereIs() {
        WireMessage message = new WireMessage(
                Address.temporary("t-1"),
                "place-order",
                "k\u0000\n\"",
                Address.queue("reply.a"),
                "g",
                Map.of("Kind", "Reply", "State", "{\"Integer\": 1}"),
                "{}",
                Duration.ofMillis(50),
                Instant.parse("2026-01-31T12:00:00.123Z"));
        assertThat(again(message)).isEqualTo(message);
    }

    @Test
    void keepsWhatIsNotThereAway() {
        WireMessage message =
                new WireMessage(Address.queue("q"), null, null, null, null, Map.of(), "", Duration.ZERO, null);
        assertThat(again(message)).isEqualTo(message);
    }

    @Test
    void keepsTheTypesOfProperties() {
        Map<String, Object> all = Map.of(
                "boolean", true, "byte", (byte) 1, "short", (short) 2, "int", 3, "long", 4L, "float", 1.5f, "double",
                2.5);
        WireMessage message = new WireMessage(Address.queue("q"), null, null, null, null, all, "", Duration.ZERO, null);
        assertThat(again(message).properties()).isEqualTo(all);
    }

    @Test
    void saysWhatIsNotAMessage() {
        assertThatThrownBy(() -> WireJson.read("{", "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WireJson.read("{\"to\": \"nowhere\"}", ""))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
