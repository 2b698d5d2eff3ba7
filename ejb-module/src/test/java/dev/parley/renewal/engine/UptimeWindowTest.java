package dev.parley.renewal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class UptimeWindowTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Instant LONG_AGO = NOW.minusSeconds(86_400);
    private static final UptimeWindow UP = new UptimeWindow(NOW, LONG_AGO);

    @Test
    void lastsWhileItIsSeen() {
        UptimeWindow later = UP.seen(NOW.plusSeconds(5));

        assertThat(later).isEqualTo(new UptimeWindow(NOW.plusSeconds(5), LONG_AGO));
        assertThat(later.resumedAt(NOW.plusSeconds(10))).isEqualTo(LONG_AGO);
    }

    @Test
    void beginsAnewAfterAPause() {
        Instant back = NOW.plusMillis(5001);

        assertThat(UP.isBack(back)).isTrue();
        assertThat(UP.seen(back)).isEqualTo(new UptimeWindow(back, back));
    }

    /** The sweeper may be there before anybody has said that Parley is back. */
    @Test
    void beginsAnewBeforeItIsSeenAgain() {
        assertThat(UP.resumedAt(NOW.plusSeconds(60))).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void doesNotGoBackForATransactionThatBeganEarlier() {
        assertThat(UP.seen(NOW.minusSeconds(1))).isEqualTo(UP);
    }

    /** Otherwise no pause would be seen until the clock is where it was. */
    @Test
    void goesByTheClockThatWasSetBack() {
        UptimeWindow set = UP.seen(NOW.minusSeconds(3600));

        assertThat(set).isEqualTo(new UptimeWindow(NOW.minusSeconds(3600), LONG_AGO));
        assertThat(set.isBack(NOW.minusSeconds(3500))).isTrue();
        assertThat(new UptimeWindow(NOW, NOW).seen(NOW.minusSeconds(3600)).resumedAt())
                .isEqualTo(NOW.minusSeconds(3600));
    }
}
