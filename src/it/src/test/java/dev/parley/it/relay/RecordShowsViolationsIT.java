package dev.parley.it.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.server.Once;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The checker can fail: each promise that is broken is seen, and a good course of things is not. */
@Tag(Once.TAG)
class RecordShowsViolationsIT {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final MailRecord record = new MailRecord(Duration.ofSeconds(5));

    @BeforeEach
    void good() {
        record.accepted("good");
        record.delivered("ada", "good", "lock-1", NOON, NOON.plusSeconds(5));
        record.delivered("bea", "good", "lock-2", NOON.plusSeconds(4), NOON.plusSeconds(10));
        record.acknowledged("good", NOON.plusSeconds(7));
    }

    @Test
    void nothingIsWrong() {
        assertThat(violations().total()).isZero();
        assertThat(record.isDone()).isTrue();
    }

    @Test
    void neverDelivered() {
        record.accepted("bad");
        assertThat(violations().lost()).containsExactly("bad");
        assertThat(record.isDone()).isFalse();
    }

    @Test
    void goneWithoutAnAcknowledgment() {
        record.accepted("bad");
        record.delivered("ada", "bad", "lock-3", NOON, NOON.plusSeconds(5));
        assertThat(violations().lost()).containsExactly("bad");
    }

    @Test
    void deliveredAfterItWasAcknowledged() {
        record.delivered("ada", "good", "lock-3", NOON.plusSeconds(8), NOON.plusSeconds(20));
        assertThat(violations().returned()).containsExactly("good");
    }

    @Test
    void lockedForTwo() {
        record.delivered("ada", "good", "lock-3", NOON.plusSeconds(2), NOON.plusSeconds(9));
        assertThat(violations().shared()).containsExactly("good");
    }

    @Test
    void oneLockForTwo() {
        record.delivered("ada", "good", "lock-2", NOON.plusSeconds(5), NOON.plusSeconds(10));
        assertThat(violations().shared()).containsExactly("good");
    }

    @Test
    void neverSent() {
        record.delivered("ada", "bad", "lock-3", NOON, NOON.plusSeconds(5));
        assertThat(violations().unknown()).containsExactly("bad");
    }

    private MailRecord.Violations violations() {
        return record.violations(Set.of("good"));
    }
}
