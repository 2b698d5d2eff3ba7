package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RefusedLoginsTest {

    private final AtomicLong time = new AtomicLong();
    private final RefusedLogins logins = new RefusedLogins(time::get);

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void saysWhoAndFromWhere() {
        assertThat(logins.line("alice", "192.0.2.1")).isEqualTo("A login over HTTP was refused: alice, from 192.0.2.1");
    }

    @Test
    void saysSoThirtyTimesInAMinute() {
        for (int i = 0; i < 30; i++) {
            assertThat(logins.line("alice", "192.0.2.1")).isNotNull();
        }
        assertThat(logins.line("alice", "192.0.2.1")).isNull();
        assertThat(logins.line("bob", "192.0.2.1")).isNull();
        time.addAndGet(Duration.ofMinutes(1).toNanos());
        assertThat(logins.line("bob", "192.0.2.1")).endsWith("bob, from 192.0.2.1 (and 2 times more before)");
        assertThat(logins.line("bob", "192.0.2.1")).endsWith("bob, from 192.0.2.1");
    }

    @Test
    void theNameIsWhatWasSent() {
        assertThat(RefusedLogins.name(basic("alice:secret:more"))).isEqualTo("alice");
        assertThat(RefusedLogins.name(basic("alice"))).isEqualTo("alice");
        assertThat(RefusedLogins.name(basic("al\nice\r\u2028x:secret"))).isEqualTo("al ice  x");
        assertThat(RefusedLogins.name(basic("x".repeat(10_000) + ":secret"))).hasSizeLessThan(100);
    }

    @Test
    void whoHasNotTriedIsNotNamed() {
        assertThat(RefusedLogins.name(null)).isNull();
        assertThat(RefusedLogins.name("Bearer abc")).isNull();
        assertThat(RefusedLogins.name("Basic !!!")).isNull();
    }
}
