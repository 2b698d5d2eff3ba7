package dev.parley.topic.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class InHandTest {

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    private final InHand inHand = new InHand();

    @Test
    void nobodyIsLockedBefore() {
        assertThat(inHand.names(NOW)).isEmpty();
        assertThat(inHand.since(NOW)).isZero();
    }

    @Test
    void thoseOfTheTurnAreUntilItEnds() {
        inHand.begin(List.of("orders/billing"), NOW);
        assertThat(inHand.names(NOW.plusSeconds(1))).containsExactly("orders/billing");
        assertThat(inHand.since(NOW.plusSeconds(1))).isEqualTo(Duration.ofSeconds(1));
        inHand.end();
        assertThat(inHand.names(NOW.plusSeconds(1))).isEmpty();
        assertThat(inHand.since(NOW.plusSeconds(1))).isZero();
    }

    /** An operation that never returns keeps its turn, but not what its transaction had locked. */
    @Test
    void nobodyIsAfterTheTransactionHasBeenRolledBack() {
        inHand.begin(List.of("orders/billing"), NOW);
        assertThat(inHand.names(NOW.plus(InHand.LONGEST))).isEmpty();
    }
}
