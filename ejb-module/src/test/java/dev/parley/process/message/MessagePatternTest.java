package dev.parley.process.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Decision;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Envelope;
import dev.parley.conversation.Event;
import dev.parley.conversation.MessageExchangePattern;
import dev.parley.conversation.Status;
import dev.parley.message.Address;
import dev.parley.message.MessageKind;
import dev.parley.message.Participant;
import dev.parley.message.Problem;
import dev.parley.process.ProcessLimits;
import dev.parley.process.rule.ProcessProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MessagePatternTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Problem NOT_WANTED = ProcessProblem.NOT_WANTED.because("no");

    private final MessagePattern pattern = new MessagePattern(ProcessLimits.DEFAULT);

    private static Envelope message(boolean deadlineGiven) {
        return new Envelope(
                        "order.approved",
                        "{\"by\":\"bob\"}",
                        MessageExchangePattern.IN_OUT,
                        "user:bob",
                        "bob",
                        "m1",
                        "m1",
                        Address.queue("reply.bob"),
                        null,
                        true,
                        null,
                        "the-order",
                        NOW.plusSeconds(30),
                        0)
                .deadlineGiven(deadlineGiven);
    }

    private Decision begin(boolean deadlineGiven) {
        return pattern.begin(new Event.Requested(message(deadlineGiven), "c1"), NOW);
    }

    private Decision then(Event event, Instant at) {
        Conversation there = begin(true).conversation();
        return pattern.decide(there, (MessageState) there.patternState(), event, at);
    }

    private static List<MessageKind> sent(Decision decision) {
        return decision.effects().stream()
                .filter(Effect.Send.class::isInstance)
                .map(e -> ((Effect.Send) e).message().kind())
                .toList();
    }

    @Test
    void isAConversationOfItsOwnThatTellsTheOther() {
        Decision begun = begin(true);
        assertThat(begun.conversation().id()).isEqualTo("c1");
        assertThat(begun.conversation().status()).isEqualTo(Status.RUNNING);
        assertThat(begun.effects()).contains(new Tell("the-order", Set.of(), "{\"by\":\"bob\"}"));
        assertThat(sent(begun)).containsExactly(MessageKind.ACK);
    }

    @Test
    void waitsAsLongAsItsSenderSaysOrElseAsAProcess() {
        assertThat(begin(true).conversation().expiresAt()).isEqualTo(NOW.plusSeconds(30));
        assertThat(begin(false).conversation().expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(1)));
    }

    @Test
    void isAnsweredWhenItWasTaken() {
        Decision taken = then(new Taken(null), NOW);
        assertThat(taken.conversation().status()).isEqualTo(Status.SUCCEEDED);
        assertThat(sent(taken)).containsExactly(MessageKind.REPLY);
        assertThat(((Effect.Send) taken.effects().get(0)).message().body())
                .isEqualTo("{\"conversationId\":\"the-order\"}");
    }

    private Decision beginOf(String sender) {
        Envelope message = new Envelope(
                "order.approved",
                "{}",
                MessageExchangePattern.IN_OUT,
                sender,
                null,
                "m1",
                "m1",
                null,
                null,
                false,
                null,
                "the-order",
                NOW.plusSeconds(30),
                0);
        return pattern.begin(new Event.Requested(message, "c1"), NOW);
    }

    /** That transaction may be the one of a step of the very instance. */
    @Test
    void isToldAfterTheTransactionOfTheCodeThatSendsIt() {
        for (String code : List.of(Participant.APPLICATION, Participant.operation("pay"))) {
            Decision begun = beginOf(code);
            assertThat(begun.effects()).isEmpty();
            assertThat(begun.conversation().dueAt()).isEqualTo(NOW.plusMillis(100));
            assertThat(and(begun, new Event.Due(), 100).effects())
                    .containsExactly(new Tell("the-order", Set.of(), null));
        }
        assertThat(beginOf("user:ann").effects()).containsExactly(new Tell("the-order", Set.of(), "{}"));
        assertThat(beginOf("conversation:other").effects())
                .as("a step of another process")
                .containsExactly(new Tell("the-order", Set.of(), "{}"));
    }

    private Decision beginUnnamed() {
        Envelope named = message(true);
        return pattern.begin(new Event.Requested(named.unnamed(), "c1"), NOW);
    }

    @Test
    void looksForItsInstanceAgainAndAgainUntilItsTimeIsOver() {
        Decision begun = beginUnnamed();
        assertThat(begun.effects()).contains(new Tell(null, Set.of(), "{\"by\":\"bob\"}"));
        assertThat(begun.conversation().dueAt()).isEqualTo(NOW.plusSeconds(1));

        Decision again = due(begun.conversation(), 1);
        assertThat(again.effects()).containsExactly(new Tell(null, Set.of(), null));
        assertThat(again.conversation().dueAt()).isEqualTo(NOW.plusSeconds(3));
        assertThat(due(again.conversation(), 2).effects()).isEmpty();

        Decision over = due(again.conversation(), 30);
        assertThat(over.conversation().status()).isEqualTo(Status.EXPIRED);
        assertThat(over.effects()).noneMatch(Recall.class::isInstance);
    }

    @Test
    void tellsTheInstanceThatIsFoundAndLooksForNoOther() {
        Conversation there = beginUnnamed().conversation();
        Decision found = pattern.decide(there, (MessageState) there.patternState(), new Found("the-order"), NOW);
        assertThat(found.effects()).containsExactly(new Tell("the-order", Set.of(), null));
        assertThat(due(found.conversation(), 20).effects()).isEmpty();
        assertThat(due(found.conversation(), 30).effects()).contains(new Recall("the-order"));
    }

    private Decision due(Conversation there, int seconds) {
        return pattern.decide(there, (MessageState) there.patternState(), new Event.Due(), NOW.plusSeconds(seconds));
    }

    private Decision and(Decision before, Event event, int milliseconds) {
        Conversation there = before.conversation();
        return pattern.decide(there, (MessageState) there.patternState(), event, NOW.plusMillis(milliseconds));
    }

    @Test
    void isToldAMomentLaterIfItsInstanceIsBusy() {
        Decision busy = then(new Busy(), NOW);
        assertThat(busy.conversation().dueAt()).isEqualTo(NOW.plusMillis(100));
        Decision again = and(busy, new Event.Due(), 100);
        assertThat(again.effects()).containsExactly(new Tell("the-order", Set.of(), null));
        assertThat(again.conversation().dueAt()).as("told once").isEqualTo(NOW.plusSeconds(30));
        assertThat(and(again, new Busy(), 100).conversation().dueAt()).isEqualTo(NOW.plusMillis(300));
    }

    @Test
    void tellsItsSenderAMomentLaterIfThatIsBusy() {
        MessageOutcome taken = new MessageOutcome(null, null);
        Decision untold = then(new Untold(taken), NOW);
        assertThat(untold.effects()).isEmpty();
        assertThat(untold.conversation().status()).isEqualTo(Status.RUNNING);
        assertThat(untold.conversation().dueAt()).isEqualTo(NOW.plusMillis(100));
        assertThat(and(untold, new Event.Cancelled("user:bob"), 0))
                .as("it was taken")
                .isEqualTo(Decision.nothing(untold.conversation()));

        Decision again = and(untold, new Event.Due(), 100);
        assertThat(again.effects()).containsExactly(new TellSender(taken));
        assertThat(again.conversation().dueAt()).as("still busy").isEqualTo(NOW.plusMillis(300));
        assertThat(and(again, new Event.Due(), 40_000).effects())
                .as("its deadline is none any more")
                .containsExactly(new TellSender(taken));

        Decision told = and(again, new Freed(taken), 300);
        assertThat(told.conversation().status()).isEqualTo(Status.SUCCEEDED);
        assertThat(sent(told)).containsExactly(MessageKind.REPLY);
    }

    @Test
    void tellsItsSenderLaterToo() {
        MessageOutcome refused = new MessageOutcome(NOT_WANTED.toJson(), null);
        Decision told = and(then(new Untold(refused), NOW), new Freed(refused), 100);
        assertThat(told.conversation().status()).isEqualTo(Status.FAULTED);
        assertThat(sent(told)).containsExactly(MessageKind.FAULT);
    }

    @Test
    void isAFaultWhenItIsNotWanted() {
        Decision refused = then(new Taken(NOT_WANTED), NOW);
        assertThat(refused.conversation().status()).isEqualTo(Status.FAULTED);
        assertThat(sent(refused)).containsExactly(MessageKind.FAULT);
    }

    @Test
    void isNotTakenAfterItsTime() {
        Decision expired = then(new Event.Due(), NOW.plusSeconds(30));
        assertThat(expired.conversation().status()).isEqualTo(Status.EXPIRED);
        assertThat(expired.effects()).contains(new Recall("the-order"));
        assertThat(then(new Event.Due(), NOW.plusSeconds(29)).effects()).isEmpty();
    }

    @Test
    void isNotTakenAfterItsSenderHasCancelledIt() {
        Decision cancelled = then(new Event.Cancelled("user:bob"), NOW);
        assertThat(cancelled.conversation().status()).isEqualTo(Status.CANCELLED);
        assertThat(cancelled.effects()).contains(new Recall("the-order"));
        Conversation over = cancelled.conversation();
        assertThat(pattern.decide(over, (MessageState) over.patternState(), new Taken(null), NOW))
                .isEqualTo(Decision.nothing(over));
    }

    @Test
    void isStoredAsItIs() {
        var codec = pattern.codec();
        for (MessageState state : List.of(
                new MessageState("the-order", Set.of("boss"), 0, null),
                MessageState.of(null, Set.of(), NOW),
                new MessageState("the-order", Set.of(), 2, NOW, new MessageOutcome("{}", "c2")),
                new MessageState("the-order", Set.of(), 2, NOW, new MessageOutcome(null, null)))) {
            assertThat(codec.decode(codec.encode(state))).isEqualTo(state);
        }
    }
}
