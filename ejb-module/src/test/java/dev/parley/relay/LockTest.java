package dev.parley.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LockTest {

    @Test
    void readsTheTokenThatItWrote() {
        String key = Lock.key("secret", 17);
        String token = new Lock(17, key, Instant.EPOCH).token();
        assertThat(Lock.Token.parse(token)).contains(new Lock.Token(17, key));
    }

    @Test
    void hasAnotherKeyForEachMessageAndEachSecret() {
        String key = Lock.key("secret", 1);
        assertThat(key).hasSize(24).isEqualTo(Lock.key("secret", 1));
        assertThat(Lock.key("secret", 2)).isNotEqualTo(key);
        assertThat(Lock.key("another", 1)).isNotEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "1",
                "1.",
                ".key",
                "-1.key",
                "+1.key",
                " 1.key",
                "1.key ",
                "1.a.b",
                "1.a/b",
                "1.ä",
                "٣.key",
                "1234567890123456789.key",
                "1.12345678901234567890123456789012345678901"
            })
    void isNoTokenOfAnythingElse(String text) {
        assertThat(Lock.Token.parse(text)).isEmpty();
    }

    @Test
    void takesWhatIsJustNotTooLong() {
        String key = "A-_z".repeat(10);
        assertThat(Lock.Token.parse("123456789012345678." + key))
                .contains(new Lock.Token(123_456_789_012_345_678L, key));
    }
}
