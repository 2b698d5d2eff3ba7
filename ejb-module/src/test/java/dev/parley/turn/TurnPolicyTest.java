package dev.parley.turn;

import static dev.parley.conversation.request.Arrivals.LIMITS;
import static dev.parley.conversation.request.Arrivals.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Decision;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Envelope;
import dev.parley.conversation.Event;
import dev.parley.conversation.JournalEntry;
import dev.parley.conversation.Reading;
import dev.parley.conversation.Status;
import dev.parley.conversation.request.Arrivals;
import dev.parley.conversation.request.RequestReader;
import dev.parley.message.Direction;
import dev.parley.message.Headers;
import dev.parley.message.MessageKind;
import dev.parley.message.Outgoing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnPolicyTest {

    private static final Duration TIMEOUT = Duration.ofMinutes(3);

    private final TurnPolicy policy = new TurnPolicy(TIMEOUT);

    private static Arrivals turn(int turn) {
        return new Arrivals()
                .with(Headers.CONVERSATION_ID, "b1")
                .with(Headers.TURN, String.valueOf(turn))
                .with(Headers.MESSAGE_ID, "m" + turn);
    }

    private static Envelope request(Arrivals arrivals) {
        return ((Reading.Accepted) new RequestReader(LIMITS).read(arrivals.arrival(), NOW)).request();
    }

    private Decision begin(Arrivals arrivals) {
        return policy.begin(new TurnCame(request(arrivals), "new", List.of(), 0), NOW);
    }

    private Conversation answered() {
        Conversation taken = begin(turn(1)).conversation();
        return policy.decide(taken, new Event.TurnReturned("{\"n\":1}", "{\"s\":1}", false, null), NOW)
                .conversation();
    }

    private Decision came(Conversation state, Arrivals arrivals, JournalEntry... earlier) {
        return policy.decide(state, new TurnCame(request(arrivals), "new", List.of(earlier), 0), NOW);
    }

    private static JournalEntry journaled(int turn, Direction direction, MessageKind kind, String body) {
        String to = direction == Direction.OUT ? "queue:reply.alice" : "operation:place-order";
        String id = direction == Direction.OUT ? "b1.Reply" : "m" + turn;
        return new JournalEntry("b1", turn, direction, kind, "place-order", "x", to, id, "k", NOW, body, turn);
    }

    private static <E extends Effect> E only(Decision decision, Class<E> type) {
        List<E> found = decision.effects().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static String refusal(Decision decision) {
        assertThat(decision.effects()).anyMatch(Effect.Forget.class::isInstance);
        return only(decision, Effect.Refuse.class).refused().problem().name();
    }

    @Test
    void theFirstTurnIsTakenAndJournaled() {
        Decision begun = begin(turn(1));
        assertThat(begun.conversation().turn()).isEqualTo(1);
        assertThat(begun.conversation().request().at()).isEqualTo(1);
        assertThat(only(begun, Effect.Note.class).message().turn()).isEqualTo(1);
        assertThat(only(begun, Effect.Run.class).atOnce()).isTrue();
    }

    @Test
    void aFirstTurnThatIsLateEndsTheConversation() {
        Decision begun = begin(turn(1).expiresAt(NOW.minusSeconds(1)));
        assertThat(begun.conversation().status()).isEqualTo(Status.EXPIRED);
        assertThat(begun.effects()).noneMatch(Effect.Run.class::isInstance);
    }

    @Test
    void anotherTurnWaitsForTheFirst() {
        Decision begun = begin(turn(3));
        assertThat(begun.conversation().turn()).isZero();
        assertThat(begun.conversation().turns().awaiting()).isTrue();
        assertThat(only(begun, BufferTurn.class).turn().turn()).isEqualTo(3);
    }

    @Test
    void aReplyAwaitsTheNextTurnForSoLong() {
        Conversation taken = begin(turn(1)).conversation();
        Decision replied = policy.decide(taken, new Event.TurnReturned("{}", "{\"s\":1}", false, null), NOW);
        Outgoing reply = only(replied, Effect.Send.class).message();
        assertThat(reply.turn()).isEqualTo(1);
        assertThat(reply.messageId()).isEqualTo("b1.Reply");
        assertThat(replied.conversation().status()).isEqualTo(Status.RUNNING);
        assertThat(replied.conversation().turns().state()).isEqualTo("{\"s\":1}");
        assertThat(replied.conversation().dueAt()).isEqualTo(NOW.plus(TIMEOUT));
        Duration own = Duration.ofSeconds(7);
        assertThat(policy.decide(taken, new Event.TurnReturned("{}", null, false, own), NOW)
                        .conversation()
                        .dueAt())
                .isEqualTo(NOW.plus(own));
    }

    @Test
    void theLastReplyEndsIt() {
        Conversation second = came(answered(), turn(2)).conversation();
        Decision replied = policy.decide(second, new Event.TurnReturned("{}", null, true, null), NOW);
        assertThat(replied.conversation().status()).isEqualTo(Status.SUCCEEDED);
        assertThat(only(replied, Effect.Send.class).message().messageId()).isEqualTo("b1.2.Reply");
    }

    @Test
    void theNextTurnIsTakenWithItsOwnHeaders() {
        Instant deadline = NOW.plusSeconds(9);
        Decision taken = came(answered(), turn(2).correlationId("k2").expiresAt(deadline));
        assertThat(taken.conversation().turn()).isEqualTo(2);
        assertThat(taken.conversation().correlationId()).isEqualTo("k2");
        assertThat(taken.conversation().expiresAt()).isEqualTo(deadline);
        assertThat(taken.conversation().attempts()).isZero();
        assertThat(taken.conversation().turns().state()).isEqualTo("{\"s\":1}");
    }

    @Test
    void aTurnAheadIsKeptAndAcknowledged() {
        Decision kept = came(answered(), turn(3).with(Headers.ACKNOWLEDGE, "true"));
        assertThat(kept.conversation().turn()).isEqualTo(1);
        assertThat(only(kept, Effect.SendAgain.class).message().messageId()).isEqualTo("b1.3.Ack");
        assertThat(only(kept, BufferTurn.class).turn().acknowledgment()).contains("\"turn\":3");
    }

    @Test
    void aTurnThatIsBeingWorkedOnIsKeptUnlessItIsAnother() {
        Conversation working = begin(turn(1)).conversation();
        JournalEntry same = journaled(1, Direction.IN, MessageKind.REQUEST, "{\"a\":1}");
        JournalEntry other = journaled(1, Direction.IN, MessageKind.REQUEST, "{\"a\":2}");
        assertThat(came(working, turn(1), same).effects()).anyMatch(BufferTurn.class::isInstance);
        assertThat(refusal(came(working, turn(1), other))).isEqualTo("turn-taken");
    }

    @Test
    void aTurnThatWasTakenIsAnsweredAgainUnlessItIsAnother() {
        JournalEntry reply = journaled(1, Direction.OUT, MessageKind.REPLY, "{\"n\":1}");
        JournalEntry same = journaled(1, Direction.IN, MessageKind.REQUEST, "{\"a\":1}");
        JournalEntry other = journaled(1, Direction.IN, MessageKind.REQUEST, "{\"a\":2}");
        Decision again = came(answered(), turn(1).correlationId("later"), same, reply);
        Outgoing sent = only(again, Effect.SendAgain.class).message();
        assertThat(sent.body()).isEqualTo("{\"n\":1}");
        assertThat(sent.correlationId()).isEqualTo("later");
        assertThat(sent.turn()).isEqualTo(1);
        assertThat(refusal(came(answered(), turn(1), other, reply))).isEqualTo("turn-taken");
    }

    @Test
    void aTurnThatWasTakenIsTheSameInAnotherForm() {
        JournalEntry reply = journaled(1, Direction.OUT, MessageKind.REPLY, "{\"n\":1}");
        JournalEntry same = journaled(1, Direction.IN, MessageKind.REQUEST, "{ \"a\" : 1.0 }");
        Decision again = came(answered(), turn(1), same, reply);
        assertThat(only(again, Effect.SendAgain.class).message().body()).isEqualTo("{\"n\":1}");
    }

    @Test
    void whatIsTooFarOrTooMuchIsRefused() {
        assertThat(came(answered(), turn(101)).effects()).anyMatch(BufferTurn.class::isInstance);
        assertThat(refusal(came(answered(), turn(102)))).isEqualTo("turn-too-far");
        assertThat(refusal(begin(turn(101)))).isEqualTo("turn-too-far");
        var full = new TurnCame(request(turn(3)), "new", List.of(), 100);
        assertThat(refusal(policy.decide(answered(), full, NOW))).isEqualTo("turn-too-far");
    }

    @Test
    void somebodyElsesTurnIsRefused() {
        var other = turn(2).user("mallory");
        assertThat(refusal(came(answered(), other))).isEqualTo("conversation-id-taken");
        assertThat(refusal(came(answered(), turn(2).type("take-payment")))).isEqualTo("conversation-id-taken");
    }

    @Test
    void aTurnThatIsLateIsRefusedAndStillAwaited() {
        Decision late = came(answered(), turn(2).expiresAt(NOW));
        assertThat(refusal(late)).isEqualTo("expired");
        assertThat(late.conversation().turns().awaiting()).isTrue();
    }

    @Test
    void aTurnThatIsMissedEndsIt() {
        Conversation waiting = answered();
        assertThat(policy.decide(waiting, new Event.Due(), NOW).effects()).isEmpty();
        Decision missed = policy.decide(waiting, new Event.Due(), NOW.plus(TIMEOUT));
        assertThat(missed.conversation().status()).isEqualTo(Status.EXPIRED);
        Outgoing fault = only(missed, Effect.Send.class).message();
        assertThat(fault.body()).contains("turn-missed");
        assertThat(fault.messageId()).isEqualTo("b1.2.Fault");
        assertThat(refusal(came(missed.conversation(), turn(2)))).isEqualTo("conversation-ended");
    }

    @Test
    void whatIsKeptIsTakenWhenItsTimeComes() {
        EarlyTurn kept = new EarlyTurn(request(turn(2)), 2, NOW, "{\"ack\":1}");
        Conversation working = begin(turn(1)).conversation();
        assertThat(policy.decide(working, new TurnRecalled(kept, List.of()), NOW)
                        .effects())
                .isEmpty();
        Decision taken = policy.decide(answered(), new TurnRecalled(kept, List.of()), NOW);
        assertThat(taken.conversation().turn()).isEqualTo(2);
        assertThat(only(taken, DropTurn.class).messageId()).isEqualTo("m2");
        assertThat(only(taken, Effect.Sent.class).message().body()).isEqualTo("{\"ack\":1}");
        assertThat(only(taken, Effect.Run.class).atOnce()).isFalse();
    }

    @Test
    void whatIsKeptIsRefusedWhenItsTimeCannotCome() {
        EarlyTurn kept = new EarlyTurn(request(turn(3).expiresAt(NOW.plusSeconds(5))), 3, NOW, null);
        Decision late = policy.decide(answered(), new TurnRecalled(kept, List.of()), NOW.plusSeconds(5));
        assertThat(refusal(late)).isEqualTo("expired");
        Conversation ended = policy.decide(answered(), new Event.Cancelled("user:alice"), NOW)
                .conversation();
        Decision left = policy.decide(ended, new TurnRecalled(kept, List.of()), NOW);
        assertThat(refusal(left)).isEqualTo("conversation-ended");
        assertThat(left.effects()).anyMatch(DropTurn.class::isInstance);
    }

    @Test
    void ifTheFirstTurnNeverComesOnlyTheKeptOnesAreTold() {
        Conversation waiting = begin(turn(2)).conversation();
        Decision ended = policy.decide(waiting, new Event.Due(), waiting.expiresAt());
        assertThat(ended.conversation().status()).isEqualTo(Status.EXPIRED);
        assertThat(only(ended, Effect.Send.class).message().to()).isNull();
    }
}
