package dev.parley.engine.lost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Envelope;
import dev.parley.conversation.MessageExchangePattern;
import dev.parley.conversation.Patterns;
import dev.parley.conversation.RequestLimits;
import dev.parley.conversation.Status;
import dev.parley.engine.wire.OperationWork;
import dev.parley.exchange.ExchangePattern;
import dev.parley.exchange.ProviderCall;
import dev.parley.message.Address;
import dev.parley.message.AddressPolicy;
import dev.parley.turn.TurnPattern;
import dev.parley.turn.Turns;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LostWorkTest {

    private static final Instant START = Instant.parse("2026-01-31T12:00:00Z");
    private static final Instant DEADLINE = START.plusSeconds(60);

    private final RequestLimits limits =
            new RequestLimits(1000, Duration.ofHours(1), Duration.ofDays(30), new AddressPolicy(List.of()), 10);
    private final Patterns patterns = new Patterns(List.of(new ExchangePattern(), new TurnPattern(limits)));

    @Test
    void isSentOfWhatWasAcceptedInTheOrderInWhichItWas() {
        Conversation first = accepted("c2", START);
        Conversation second = accepted("c1", START.plusSeconds(1));

        assertThat(lost(second, first))
                .containsExactly(
                        new OperationWork("c2", "place-order", null), new OperationWork("c1", "place-order", null));
    }

    @Test
    void isNotSentOfWhatWasBegun() {
        assertThat(lost(accepted("c1", START).attempted(START))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ACCEPTED", "RUNNING"})
    void isNotSentOfWhatIsDoneOrUndone(Status status) {
        assertThat(lost(accepted("c1", START).become(status, START))).isEmpty();
    }

    @Test
    void isNotSentOfWhatIsPastItsDeadline() {
        Conversation late = accepted("c1", START);

        assertThat(lostAt(DEADLINE.minusMillis(1), late)).hasSize(1);
        assertThat(lostAt(DEADLINE, late)).isEmpty();
    }

    @Test
    void isNotSentOfWhatLiesInAQueue() {
        LostWork lost = new LostWork(patterns, name -> true, Set.of(new LostWork.Place("c1", 0)));

        assertThat(lost.of(List.of(accepted("c1", START), accepted("c2", START)), START))
                .extracting(OperationWork::conversationId)
                .containsExactly("c2");
    }

    @Test
    void isNotSentOfWhatNoMethodServesHere() {
        LostWork lost = new LostWork(patterns, name -> name.equals("another"), Set.of());

        assertThat(lost.of(List.of(accepted("c1", START)), START)).isEmpty();
    }

    @Test
    void isNotSentOfWhatAProviderIsAskedFor() {
        ProviderCall call = new ProviderCall("t1", Address.queue("p1"), 1, false, DEADLINE, null);

        assertThat(lost(accepted("c1", START).with(call, START))).isEmpty();
    }

    @Test
    void isSentOfATurnThatIsWorkedOn() {
        Conversation turn = inTurns(new Turns(2, false, null));

        assertThat(lost(turn)).containsExactly(new OperationWork("c1", "place-order", null, 0, 2));
    }

    @Test
    void isSentOfATurnOfWhichTheOneBeforeLiesInAQueue() {
        LostWork lost = new LostWork(patterns, name -> true, Set.of(new LostWork.Place("c1", 1)));

        assertThat(lost.of(List.of(inTurns(new Turns(2, false, null))), START)).hasSize(1);
    }

    @Test
    void isNotSentOfATurnThatIsAwaited() {
        assertThat(lost(inTurns(new Turns(2, true, null)))).isEmpty();
        assertThat(lost(inTurns(new Turns(0, true, null)))).isEmpty();
    }

    @Test
    void isNotSentOfAPatternThatAnotherNodeKnows() {
        Conversation unknown = Conversation.accepted("another", request(), "c1", START);

        assertThat(lost(unknown)).isEmpty();
    }

    private List<OperationWork> lost(Conversation... conversations) {
        return lostAt(START, conversations);
    }

    private List<OperationWork> lostAt(Instant now, Conversation... conversations) {
        return new LostWork(patterns, name -> true, Set.of()).of(List.of(conversations), now);
    }

    private static Conversation accepted(String id, Instant at) {
        return Conversation.accepted(Patterns.EXCHANGE, request(), id, at);
    }

    private static Conversation inTurns(Turns turns) {
        return Conversation.accepted(TurnPattern.NAME, request(), "c1", START).with(turns, START);
    }

    private static Envelope request() {
        Address reply = Address.queue("reply.alice");
        return new Envelope(
                "place-order",
                "{}",
                MessageExchangePattern.IN_OUT,
                reply.toString(),
                null,
                "m1",
                "m1",
                reply,
                null,
                false,
                null,
                null,
                DEADLINE,
                0);
    }
}
