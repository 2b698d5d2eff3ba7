package dev.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.Exchange;
import dev.parley.Fault;
import dev.parley.Operation;
import dev.parley.Turn;
import dev.parley.testing.Outcome.Ending;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TalkTest {

    public record Offer(@Positive int price) {}

    public record Counter(boolean agreed, int price) {}

    public record Bargain(int price, int offers) {}

    private final Stall stall = new Stall();
    private final OperationsUnderTest operations = OperationsUnderTest.of(stall);
    private final Talk talk = operations.converse("bargain");

    /** Wants 100, meets in the middle, and has enough after four offers. */
    @SuppressWarnings("unused")
    private static final class Stall {

        private final List<Integer> turns = new ArrayList<>();
        private int failures;
        private Runnable meanwhile = () -> {};

        @Operation(value = "bargain", turnTimeout = "PT10M")
        Turn<Counter, Bargain> bargain(Offer offer, @Nullable Bargain before, Exchange exchange) throws Fault {
            meanwhile.run();
            if (failures-- > 0) {
                throw new IllegalStateException("the till is away");
            }
            turns.add(exchange.turn());
            int offers = before == null ? 1 : before.offers() + 1;
            int price = ((before == null ? 100 : before.price()) + offer.price()) / 2;
            if (offers > 4) {
                throw new Fault("no-deal", "That is enough.");
            }
            return price - offer.price() < 3
                    ? Turn.last(new Counter(true, offer.price()))
                    : Turn.next(new Counter(false, price), new Bargain(price, offers));
        }
    }

    private static Counter counter(Outcome outcome) {
        return outcome.reply(Counter.class);
    }

    @Test
    void stateIsKeptBetweenTurns() {
        assertThat(counter(talk.turn(new Offer(60)))).isEqualTo(new Counter(false, 80));
        assertThat(counter(talk.turn(new Offer(70)))).isEqualTo(new Counter(false, 75));
        assertThat(talk.end()).isEmpty();
        assertThat(counter(talk.turn(new Offer(74)))).isEqualTo(new Counter(true, 74));
        assertThat(talk.isOver()).isTrue();
        assertThat(talk.end()).map(Outcome::ending).contains(Ending.REPLIED);
        assertThat(stall.turns).containsExactly(1, 2, 3);
    }

    @Test
    void aTurnThatWasTakenIsAnsweredAgainAndNotTakenAgain() {
        Outcome first = talk.turn(new Offer(60));
        talk.turn(new Offer(70));
        assertThat(talk.turn(1, new Offer(60)).body()).isEqualTo(first.body());
        assertThat(stall.turns).containsExactly(1, 2);
    }

    @Test
    void anotherTurnInItsPlaceIsRefused() {
        talk.turn(new Offer(60));
        Outcome wrong = talk.turn(1, new Offer(61));
        assertThat(wrong.ending()).isEqualTo(Ending.REFUSED);
        assertThat(wrong.fault()).isEqualTo("turn-taken");
        assertThat(talk.turn(200, new Offer(61)).fault()).isEqualTo("turn-too-far");
        assertThat(talk.turn(2, new Offer(0)).fault()).isEqualTo("body-invalid");
        assertThat(stall.turns).containsExactly(1);
    }

    @Test
    void aTurnThatComesEarlyIsKept() {
        talk.turn(new Offer(60));
        assertThat(talk.turn(3, new Offer(74)).ending()).isEqualTo(Ending.KEPT);
        assertThat(talk.outcome(3)).map(Outcome::ending).contains(Ending.KEPT);
        assertThat(counter(talk.turn(2, new Offer(70)))).isEqualTo(new Counter(false, 75));
        assertThat(talk.outcome(3)).map(TalkTest::counter).contains(new Counter(true, 74));
        assertThat(talk.isOver()).isTrue();
        assertThat(stall.turns).containsExactly(1, 2, 3);
    }

    @Test
    void whatIsKeptAtTheEndIsRefused() {
        talk.turn(3, new Offer(74));
        talk.turn(new Offer(98));
        assertThat(talk.isOver()).isTrue();
        assertThat(talk.outcome(3)).map(Outcome::ending).contains(Ending.REFUSED);
        assertThatThrownBy(() -> talk.turn(new Offer(2))).hasMessageContaining("is over");
        assertThat(talk.turn(2, new Offer(2)).ending()).isEqualTo(Ending.REFUSED);
    }

    @Test
    void aTurnThatDoesNotComeInTimeIsMissed() {
        talk.turn(new Offer(60));
        operations.pass(Duration.ofMinutes(9));
        talk.turn(new Offer(70));
        operations.pass(Duration.ofMinutes(9));
        assertThat(talk.isOver()).isFalse();
        operations.pass(Duration.ofMinutes(1));
        assertThat(talk.end()).map(Outcome::fault).contains("turn-missed");
        assertThat(talk.end()).map(Outcome::ending).contains(Ending.EXPIRED);
        assertThat(talk.turn(3, new Offer(74)).ending()).isEqualTo(Ending.REFUSED);
    }

    @Test
    void aTurnHasADeadline() {
        stall.meanwhile = () -> operations.clock().pass(Duration.ofMinutes(2));
        Outcome late = talk.within(Duration.ofMinutes(1)).turn(new Offer(60));
        assertThat(late.ending()).isEqualTo(Ending.EXPIRED);
        assertThat(late.fault()).isEqualTo("expired");
        assertThat(talk.isOver()).isTrue();
    }

    @Test
    void aFaultEndsIt() {
        talk.turn(new Offer(10));
        talk.turn(new Offer(10));
        talk.turn(new Offer(10));
        talk.turn(new Offer(10));
        Outcome fault = talk.turn(new Offer(10));
        assertThat(fault.ending()).isEqualTo(Ending.FAULTED);
        assertThat(fault.fault()).isEqualTo("no-deal");
        assertThat(talk.isOver()).isTrue();
    }

    @Test
    void aTurnThatFailsIsTriedAgain() {
        stall.failures = 2;
        Outcome third = talk.turn(new Offer(60));
        assertThat(counter(third)).isEqualTo(new Counter(false, 80));
        assertThat(third.attempts()).isEqualTo(3);
        stall.failures = 9;
        Outcome never = talk.turn(new Offer(70));
        assertThat(never.fault()).isEqualTo("operation-failed");
        assertThat(never.failure()).hasMessage("the till is away");
        assertThat(talk.isOver()).isTrue();
    }
}
