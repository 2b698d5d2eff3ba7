package dev.parley.topic.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class CatchUpPaceTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

    private final CatchUpPace pace = new CatchUpPace();

    @Test
    void oneTransactionIsUnderWayAtATime() {
        assertThat(pace.begin(NOW)).isTrue();
        assertThat(pace.begin(NOW.plusSeconds(5))).isFalse();
        pace.end(NOW, NOW.plusSeconds(5));
        assertThat(pace.begin(NOW.plusSeconds(5))).isTrue();
    }

    @Test
    void itRestsTwiceAsLongAsItTookWhereOthersHaveHadWorkLately() {
        pace.servedOthers(NOW);
        assertThat(pace.begin(NOW)).isTrue();
        pace.end(NOW, NOW.plusMillis(10));
        assertThat(pace.restsUntil()).isEqualTo(NOW.plusMillis(30));
        assertThat(pace.begin(NOW.plusMillis(29))).isFalse();
        assertThat(pace.begin(NOW.plusMillis(30))).isTrue();
    }

    @Test
    void whereNobodyElseHasHadWorkForASecondItDoesNotRest() {
        assertThat(pace.isGentle(NOW)).isFalse();
        pace.servedOthers(NOW);
        assertThat(pace.isGentle(NOW.plusMillis(999))).isTrue();
        assertThat(pace.isGentle(NOW.plusSeconds(1))).isFalse();

        pace.begin(NOW.plusMillis(500));
        pace.end(NOW.plusMillis(500), NOW.plusSeconds(1));
        assertThat(pace.begin(NOW.plusSeconds(1))).isTrue();
    }
}
