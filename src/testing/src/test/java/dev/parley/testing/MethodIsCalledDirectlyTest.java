package dev.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Exchange;
import dev.parley.Operation;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A test needs no kit for a method that does not look at much of its exchange. */
class MethodIsCalledDirectlyTest {

    private static final Duration PATIENCE = Duration.ofDays(365);

    public record Seat(String id, String of) {}

    private static final class Seats {

        @Operation("reserve-seat")
        Seat reserve(String play, Exchange exchange) {
            return new Seat(play + "/" + exchange.conversationId(), exchange.sender());
        }
    }

    @Test
    void inAnExchangeOfAlices() {
        assertThat(new Seats().reserve("Hamlet", Exchange.forTest()))
                .isEqualTo(new Seat("Hamlet/conversation-1", "user:alice"));
    }

    @Test
    void atTheFirstAttemptAndLongBeforeTheDeadline() {
        Exchange exchange = Exchange.forTest();
        assertThat(exchange.attempt()).isEqualTo(1);
        assertThat(exchange.turn()).isEqualTo(1);
        assertThat(exchange.state()).isNull();
        assertThat(exchange.expiresAt())
                .isAfter(Instant.parse("2026-01-31T12:00:00Z").plus(PATIENCE));
    }
}
