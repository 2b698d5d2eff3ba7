package dev.parley.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.renewal.PressurePolicy.Load;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PressurePolicyTest {

    private static final PoolDefinition POOL = pool(1000, false);

    @Test
    void leavesHoldersAloneWhereThereIsEnough() {
        assertThat(PressurePolicy.toAsk(POOL, new Load(899, 0, 0))).isZero();
    }

    @Test
    void asksAFewFromPressureOn() {
        assertThat(PressurePolicy.toAsk(POOL, new Load(900, 0, 0))).isEqualTo(1);
        assertThat(PressurePolicy.toAsk(POOL, new Load(950, 0, 0))).isEqualTo(51);
    }

    @Test
    void asksTwoForEachThatWaits() {
        assertThat(PressurePolicy.toAsk(pool(10_000, false), new Load(10, 3, 0)))
                .isEqualTo(6);
    }

    @Test
    void asksNoMoreThanAPortionAtOnce() {
        assertThat(PressurePolicy.toAsk(pool(1_000_000, false), new Load(1_000_000, 50_000, 0)))
                .isEqualTo(200);
        assertThat(PressurePolicy.toAsk(POOL, new Load(1000, 500, 150))).isEqualTo(50);
        assertThat(PressurePolicy.toAsk(POOL, new Load(1000, 500, 300))).isZero();
    }

    @Test
    void asksNobodyAboutALease() {
        assertThat(PressurePolicy.toAsk(pool(10, true), new Load(10, 5, 0))).isZero();
    }

    private static PoolDefinition pool(int capacity, boolean lease) {
        return new PoolDefinition(capacity, Duration.ofHours(1), Duration.ofSeconds(30), 3, 0.9, null, lease);
    }
}
