package dev.parley.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MailPolicyTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final Instant EXPIRES = NOW.plusSeconds(3600);
    private static final Duration LOCK = Duration.ofSeconds(30);

    private static final long POSITION = 7;
    private static final Lock.Token HELD = new Lock.Token(POSITION, Lock.key("secret", POSITION));

    private final DeliveryState arrived = MailPolicy.arrived(NOW, EXPIRES);

    private DeliveryState locked(DeliveryState standing, int maxDeliveries) {
        return MailPolicy.locked(standing, "secret", NOW, LOCK, maxDeliveries);
    }

    @Test
    void isAvailableAgainWhenItsLockRunsOut() {
        DeliveryState locked = locked(arrived, 10);
        assertThat(locked.availableAt()).isEqualTo(NOW.plus(LOCK));
        assertThat(locked.deliveries()).isEqualTo(1);
        assertThat(locked.dueAt()).isEqualTo(EXPIRES);
        assertThat(MailPolicy.holds(locked, HELD, NOW.plusMillis(29_999))).isTrue();
        assertThat(MailPolicy.holds(locked, HELD, NOW.plus(LOCK))).isFalse();
        assertThat(MailPolicy.holds(locked, new Lock.Token(POSITION + 1, HELD.key()), NOW))
                .isFalse();
    }

    @Test
    void isNeverAvailableAfterTheLastDelivery() {
        DeliveryState last = locked(arrived, 1);
        assertThat(last.availableAt()).isEqualTo(DeliveryState.NEVER);
        assertThat(MailPolicy.fate(last, NOW)).isEqualTo(MailPolicy.Fate.STAYS);
        assertThat(last.dueAt()).isEqualTo(NOW.plus(LOCK));
        assertThat(MailPolicy.fate(last, last.dueAt())).isEqualTo(MailPolicy.Fate.DEAD);
        DeliveryState extended = MailPolicy.extended(last, NOW.plusSeconds(60));
        assertThat(extended.availableAt()).isEqualTo(DeliveryState.NEVER);
        assertThat(extended.dueAt()).isEqualTo(NOW.plusSeconds(60));
        DeliveryState back = MailPolicy.givenBack(last, NOW, Duration.ZERO);
        assertThat(MailPolicy.fate(back, NOW)).isEqualTo(MailPolicy.Fate.DEAD);
        assertThat(back.dueAt()).isEqualTo(NOW);
        assertThat(MailPolicy.holds(back, HELD, NOW)).isFalse();
    }

    @Test
    void isNotRemovedForItsAgeWhileItIsHeld() {
        DeliveryState held = MailPolicy.extended(locked(arrived, 10), EXPIRES.plusSeconds(5));
        assertThat(held.dueAt()).isEqualTo(EXPIRES.plusSeconds(5));
        assertThat(MailPolicy.fate(held, EXPIRES)).isEqualTo(MailPolicy.Fate.STAYS);
        assertThat(MailPolicy.fate(held, held.dueAt())).isEqualTo(MailPolicy.Fate.EXPIRED);
    }

    @Test
    void expiresToTheSecond() {
        assertThat(MailPolicy.isExpired(arrived, EXPIRES.minusMillis(1))).isFalse();
        assertThat(MailPolicy.isExpired(arrived, EXPIRES)).isTrue();
        DeliveryState aside = MailPolicy.putAside(arrived, EXPIRES);
        assertThat(aside.availableAt()).isEqualTo(DeliveryState.NEVER);
        assertThat(MailPolicy.fate(aside, EXPIRES)).isEqualTo(MailPolicy.Fate.EXPIRED);
    }

    @Test
    void isGivenBackWithoutALock() {
        DeliveryState back = MailPolicy.givenBack(locked(arrived, 10), NOW, Duration.ofSeconds(5));
        assertThat(back.availableAt()).isEqualTo(NOW.plusSeconds(5));
        assertThat(MailPolicy.holds(back, HELD, NOW)).isFalse();
        assertThat(back.deliveries()).isEqualTo(1);
        assertThat(MailPolicy.state(back, NOW)).isEqualTo(BrowsedMail.State.DELAYED);
        assertThat(MailPolicy.state(back, NOW.plusSeconds(5))).isEqualTo(BrowsedMail.State.READY);
    }

    @Test
    void isLookedAtAgainWhenItsLockRunsOut() {
        DeliveryState held = MailPolicy.extended(locked(arrived, 10), EXPIRES.plusSeconds(5));
        assertThat(MailPolicy.later(held, EXPIRES).dueAt()).isEqualTo(EXPIRES.plusSeconds(5));
        assertThat(MailPolicy.later(arrived, NOW).dueAt()).isEqualTo(EXPIRES);
        assertThat(MailPolicy.state(held, NOW)).isEqualTo(BrowsedMail.State.LOCKED);
        assertThat(MailPolicy.state(MailPolicy.waiting(arrived), NOW)).isEqualTo(BrowsedMail.State.WAITING);
    }
}
