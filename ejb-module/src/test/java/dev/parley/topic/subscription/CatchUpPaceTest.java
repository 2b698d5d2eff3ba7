package dev.parley.topic.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatchUpPaceTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

    private final CatchUpPace pace = new CatchUpPace();

    @Test
    void oneTransactionIsUnderWayAtATime() {
        assertThat(pace.begin(NOW)).isTrue();
        assertThat(pace.begin(NOW.plusSeconds(5))).isFalse();
        pace.end(NOW, NOW.plusSeconds(5), false);
        assertThat(pace.begin(NOW.plusSeconds(5))).isTrue();
    }

    @Test
    void whoLeavesRoomForOthersRestsTwiceAsLongAsItTook() {
        assertThat(pace.begin(NOW)).isTrue();
        pace.end(NOW, NOW.plusMillis(10), true);
        assertThat(pace.restsUntil()).isEqualTo(NOW.plusMillis(30));
        assertThat(pace.begin(NOW.plusMillis(29))).isFalse();
        assertThat(pace.begin(NOW.plusMillis(30))).isTrue();
    }

    @Test
    void nobodyRestsForAsLongAsWorkThatHungOrAClockThatWasPutBack() {
        assertThat(pace.begin(NOW)).isTrue();
        pace.end(NOW, NOW.plusSeconds(300), true);
        assertThat(pace.restsUntil()).isEqualTo(NOW.plusSeconds(305));
        assertThat(pace.begin(NOW.plusSeconds(304))).isFalse();
        assertThat(pace.begin(NOW.minusSeconds(3600)))
                .as("an hour was put back")
                .isTrue();
    }

    @Test
    void whoWasServedNearIsKnownForASecond() {
        pace.servesNear(List.of("t/a", "t/b"), NOW);
        pace.servesNear(List.of("t/b"), NOW.plusMillis(500));
        assertThat(pace.nearLately(NOW.plusMillis(999))).containsExactlyInAnyOrder("t/a", "t/b");
        assertThat(pace.nearLately(NOW.plusSeconds(1))).containsExactly("t/b");
        assertThat(pace.nearLately(NOW.plusMillis(1500))).isEmpty();
    }
}
