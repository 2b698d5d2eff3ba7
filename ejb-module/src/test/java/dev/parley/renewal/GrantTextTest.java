package dev.parley.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class GrantTextTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Grant WAITING = Grant.waiting("g-1", "seats", "user:ann", null, NOW, NOW.plusSeconds(60));
    private static final Grant HELD = WAITING.held("seat 12", 41, NOW, NOW.plusSeconds(900));

    @Test
    void saysUntilWhenItWaits() {
        assertThat(GrantText.text(WAITING, NOW.plusSeconds(10)))
                .isEqualTo("{\"grantId\":\"g-1\",\"pool\":\"seats\",\"holder\":\"user:ann\",\"pingTo\":\"none\","
                        + "\"status\":\"WAITING\",\"askedAt\":\"2026-01-02T03:04:05Z\","
                        + "\"waitsUntil\":\"2026-01-02T03:05:05Z\",\"waitsFor\":\"PT50S\"}");
    }

    @Test
    void saysWhenTheNextPingComes() {
        assertThat(GrantText.text(HELD, NOW.plusSeconds(10)))
                .contains("\"nextPingAt\":\"2026-01-02T03:19:05Z\",\"nextPingIn\":\"PT14M50S\"");
    }

    @Test
    void saysWhatIsAskedInstead() {
        Grant asked = HELD.asked(new Ping("p-1", 2, NOW.plusSeconds(30)), NOW.plusSeconds(30));
        assertThat(GrantText.text(asked, NOW))
                .contains("\"ping\":{\"pingId\":\"p-1\",\"attempt\":2,"
                        + "\"answerBy\":\"2026-01-02T03:04:35Z\",\"answerWithin\":\"PT30S\"}")
                .doesNotContain("nextPing");
    }

    @Test
    void saysWhyItEnded() {
        Grant ended = HELD.over(Grant.Status.RELINQUISHED, Grant.Ending.SILENT, NOW);
        assertThat(GrantText.text(ended, NOW))
                .contains("\"status\":\"RELINQUISHED\"", "\"ended\":\"SILENT\"")
                .doesNotContain("nextPing");
    }

    @Test
    void showsNoTimeLeftOnceItIsOverAndNothingSmallerThanMilliseconds() {
        assertThat(GrantText.text(HELD, NOW.plus(Duration.ofDays(1)))).contains("\"nextPingIn\":\"PT0S\"");
        assertThat(GrantText.text(HELD, NOW.plusNanos(999_000))).contains("\"nextPingIn\":\"PT14M59.999S\"");
    }
}
