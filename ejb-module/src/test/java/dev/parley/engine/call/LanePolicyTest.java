package dev.parley.engine.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.wire.Lane;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LanePolicyTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final OperationProfile QUICK = OperationProfile.UNKNOWN.ran(Duration.ofMillis(1));
    private static final OperationProfile SLOW = OperationProfile.UNKNOWN.ran(Duration.ofSeconds(1));

    private final LanePolicy policy = new LanePolicy(Duration.ofMillis(250), Duration.ofMillis(2));

    @Test
    void runsAtOnceWhatIsKnownToBeQuick() {
        assertThat(policy.choose(false, QUICK, true, false, false, NOW)).isEqualTo(Lane.INLINE);
        assertThat(policy.choose(false, QUICK, false, false, false, NOW)).isEqualTo(Lane.SHARED);
    }

    @Test
    void letsOnlyTheQuickestPrecedeTheAcknowledgment() {
        OperationProfile atTheBound = OperationProfile.UNKNOWN.ran(Duration.ofMillis(2));
        OperationProfile above = OperationProfile.UNKNOWN.ran(Duration.ofNanos(2_000_001));
        assertThat(policy.mayPrecedeAcknowledgment(atTheBound)).isTrue();
        assertThat(policy.mayPrecedeAcknowledgment(above)).isFalse();
    }

    @Test
    void letsNothingPrecedeTheAcknowledgmentIfThatIsTurnedOff() {
        OperationProfile inNoTime = OperationProfile.UNKNOWN.ran(Duration.ZERO);
        assertThat(new LanePolicy(Duration.ofMillis(250), Duration.ZERO).mayPrecedeAcknowledgment(inNoTime))
                .isFalse();
    }

    @Test
    void runsAloneWhatItKnowsNothingOf() {
        assertThat(policy.choose(false, OperationProfile.UNKNOWN, true, false, false, NOW))
                .isEqualTo(Lane.ISOLATED);
    }

    @Test
    void runsAloneWhatAsksForItOrWasRolledBack() {
        assertThat(policy.choose(true, QUICK, true, false, false, NOW)).isEqualTo(Lane.ISOLATED);
        assertThat(policy.choose(false, QUICK, true, true, false, NOW)).isEqualTo(Lane.ISOLATED);
    }

    @Test
    void runsAloneForAWhileWhatHasFailed() {
        OperationProfile failed = QUICK.failed(NOW);
        assertThat(policy.choose(false, failed, true, false, false, NOW.plusSeconds(59)))
                .isEqualTo(Lane.ISOLATED);
        assertThat(policy.choose(false, failed, true, false, false, NOW.plusSeconds(60)))
                .isEqualTo(Lane.INLINE);
    }

    @Test
    void takesAllOfAGroupOneWay() {
        assertThat(policy.choose(false, QUICK, true, false, true, NOW)).isEqualTo(Lane.GROUPED);
        assertThat(policy.choose(true, SLOW, true, true, true, NOW)).isEqualTo(Lane.GROUPED);
    }

    @Test
    void keepsWhatIsSlowOutOfEveryOthersWay() {
        assertThat(policy.choose(false, SLOW, true, false, false, NOW)).isEqualTo(Lane.SLOW);
        assertThat(policy.choose(true, SLOW, true, true, false, NOW)).isEqualTo(Lane.SLOW);
    }

    @Test
    void forgivesWhatBecomesQuickAgain() {
        OperationProfile recovered = SLOW;
        for (int i = 0; i < 10; i++) {
            recovered = recovered.ran(Duration.ofMillis(1));
        }
        assertThat(policy.choose(false, recovered, true, false, false, NOW)).isEqualTo(Lane.INLINE);
    }
}
