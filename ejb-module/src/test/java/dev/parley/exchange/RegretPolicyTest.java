package dev.parley.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.conversation.Action;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Decision;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Envelope;
import dev.parley.conversation.Event;
import dev.parley.conversation.MessageExchangePattern;
import dev.parley.conversation.Parent;
import dev.parley.conversation.Patterns;
import dev.parley.conversation.ProviderAnswer;
import dev.parley.conversation.Status;
import dev.parley.message.Address;
import dev.parley.message.MessageKind;
import dev.parley.message.OperationFault;
import dev.parley.message.Problem;
import dev.parley.message.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RegretPolicyTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Instant DEADLINE = NOW.plusSeconds(3600);
    private static final Event.Cancelled WISH = new Event.Cancelled("user:alice", "ordered twice", false);
    private static final Event UNWANTED = new Event.Unwanted("conversation:g1");
    private static final ProviderCall CALL =
            new ProviderCall("t", Address.queue("provider.a"), 1, false, NOW.plusSeconds(9), null);

    private final Compensations compensations = new Compensations() {
        @Override
        public @Nullable String of(String operation) {
            return operation.equals("reserve") ? "release" : null;
        }

        @Override
        public @Nullable Duration within(String operation) {
            return within;
        }

        @Override
        public boolean takesReply(String compensation) {
            return true;
        }
    };
    private @Nullable Duration within;
    private final RegretPolicy regrets = new RegretPolicy(compensations, UndoTerms.DEFAULT);
    private final ExchangePolicy policy = new ExchangePolicy(regrets);
    private final ExchangeCodec codec = new ExchangeCodec();
    private Instant now = NOW;

    private static Conversation succeeded(String operation, MessageExchangePattern exchange, @Nullable Address to) {
        Envelope request = new Envelope(
                operation, "{}", exchange, "user:alice", "alice", "m1", "m1", to, null, false, null, "c1", DEADLINE, 0);
        return Conversation.accepted(Patterns.EXCHANGE, request, "c1", NOW).become(Status.SUCCEEDED, NOW);
    }

    private static Conversation reserved() {
        return succeeded("reserve", MessageExchangePattern.IN_OUT, null);
    }

    /** As it is stored, and read again. */
    private Decision decide(Conversation state, Event event) {
        ExchangeState kept = (ExchangeState) state.patternState();
        ExchangeState read = kept == null ? null : codec.decode(codec.encode(kept));
        assertThat(read).isEqualTo(kept);
        return policy.decide(state, read, event, now);
    }

    private Conversation regretted() {
        return decide(reserved(), WISH).conversation();
    }

    private static Event.Answered answer(int attempt, MessageKind kind, String body) {
        return new Event.Answered("undo." + attempt, "c2", kind, body);
    }

    private static Event.Answered fault(int attempt, String name) {
        return answer(attempt, MessageKind.FAULT, "{\"type\":\"" + Problem.TYPE_PREFIX + name + "\"}");
    }

    private Conversation after(Conversation state, Event event) {
        return decide(state, event).conversation();
    }

    private static Effect.AskUndo asked(Decision decision) {
        return decision.effects().stream()
                .filter(Effect.AskUndo.class::isInstance)
                .map(Effect.AskUndo.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatHasSucceededIsUndone() {
        Decision decided = decide(reserved(), WISH);

        assertThat(decided.conversation().status()).isEqualTo(Status.COMPENSATING);
        assertThat(decided.conversation().isBound()).isFalse();
        assertThat(decided.effects()).first().satisfies(note -> assertThat(
                        ((Effect.Note) note).message().body())
                .contains("ordered twice", "release"));
        assertThat(asked(decided))
                .isEqualTo(new Effect.AskUndo("undo.1", "release", true, NOW.plus(Duration.ofDays(7))));

        Decision undone = decide(decided.conversation(), answer(1, MessageKind.REPLY, "{}"));
        assertThat(undone.conversation().status()).isEqualTo(Status.COMPENSATED);
        assertThat(undone.conversation().expiresAt()).isEqualTo(DEADLINE);
        assertThat(undone.effects()).as("it was answered long ago").isEmpty();
    }

    private static Conversation ofAGathering(String operation) {
        return succeeded(operation, MessageExchangePattern.IN_OUT, new Parent("gathering", "g1").address());
    }

    @Test
    void whatItsAskerDoesNotWantIsUndoneAndItIsTold() {
        Decision begun = decide(ofAGathering("reserve"), UNWANTED);
        assertThat(begun.conversation().status()).isEqualTo(Status.COMPENSATING);
        assertThat(asked(begun).operation()).isEqualTo("release");
        Decision stuck = decide(begun.conversation(), fault(1, "too-late"));
        assertThat(stuck.effects()).containsExactly(new Effect.TellUndone(Status.STUCK));
        Decision again = decide(stuck.conversation(), WISH);
        assertThat(again.effects()).contains(new Effect.TellUndone(Status.COMPENSATING));
        Decision undone = decide(again.conversation(), answer(2, MessageKind.REPLY, "{}"));
        assertThat(undone.conversation().status()).isEqualTo(Status.COMPENSATED);
        assertThat(undone.effects()).containsExactly(new Effect.TellUndone(Status.COMPENSATED));
    }

    /** It was said to be silent, and has done it all the same. */
    @Test
    void whatWasDoneTooLateIsUndoneToo() {
        Conversation late = ofAGathering("reserve").become(Status.EXPIRED, NOW);
        assertThat(after(late, UNWANTED).status()).isEqualTo(Status.COMPENSATING);
    }

    @Test
    void whatGoesOnOrNothingUndoesIsLeftAlone() {
        Conversation running = ofAGathering("reserve").become(Status.RUNNING, NOW);
        assertThat(decide(running, UNWANTED)).isEqualTo(Decision.nothing(running));
        Conversation paid = ofAGathering("pay");
        assertThat(decide(paid, UNWANTED)).isEqualTo(Decision.nothing(paid));
        Conversation undoing = after(ofAGathering("reserve"), UNWANTED);
        assertThat(decide(undoing, UNWANTED)).as("once").isEqualTo(Decision.nothing(undoing));
    }

    @Test
    void nothingToUndoIsUndone() {
        assertThat(after(regretted(), fault(1, "nothing-to-undo")).status()).isEqualTo(Status.COMPENSATED);
    }

    @Test
    void whatNothingUndoesStands() {
        Conversation paid = succeeded("pay", MessageExchangePattern.IN_OUT, null);
        assertThat(decide(paid, WISH)).isEqualTo(Decision.nothing(paid));
        assertThat(regrets.actions(paid, true, now)).isEmpty();
    }

    /** Of what has no reply nobody knows whether it was done; what another conversation asked for is that one's. */
    @Test
    void whatIsNotKnownToBeDoneOrIsAnothersStands() {
        Conversation sent = succeeded("reserve", MessageExchangePattern.IN_ONLY, null);
        Conversation asked = succeeded("reserve", MessageExchangePattern.IN_OUT, Address.conversation("process/p1"));
        assertThat(List.of(sent, asked))
                .allSatisfy(stands -> assertThat(decide(stands, WISH)).isEqualTo(Decision.nothing(stands)));
    }

    @Test
    void itsOperationSaysHowLongItCanBeUndone() {
        within = Duration.ofDays(2);
        assertThat(regrets.actions(reserved(), false, now))
                .extracting(Action::until)
                .containsExactly(NOW.plus(within));
        now = NOW.plus(within).plusMillis(1);
        assertThatThrownBy(() -> decide(reserved(), WISH)).isInstanceOfSatisfying(Refusal.class, refused -> assertThat(
                        refused.problem().name())
                .isEqualTo("not-compensable"));
        within = Duration.ofDays(30);
        assertThat(decide(reserved(), WISH).conversation().status()).isEqualTo(Status.COMPENSATING);
    }

    @Test
    void afterItsTimeItStands() {
        now = NOW.plus(UndoTerms.DEFAULT.compensable()).plusMillis(1);
        assertThatThrownBy(() -> decide(reserved(), WISH)).isInstanceOfSatisfying(Refusal.class, refused -> assertThat(
                        refused.problem().name())
                .isEqualTo("not-compensable"));
        assertThat(regrets.actions(reserved(), false, now)).isEmpty();
    }

    @Test
    void whatFailsIsTriedAgain() {
        Conversation pausing = after(regretted(), fault(1, "operation-failed"));
        assertThat(pausing.status()).isEqualTo(Status.COMPENSATING);
        assertThat(pausing.dueAt()).isBetween(NOW.plusMillis(800), NOW.plusSeconds(1));
        assertThat(decide(pausing, new Event.Due())).as("not before its time").isEqualTo(Decision.nothing(pausing));

        now = pausing.dueAt();
        Decision again = decide(pausing, new Event.Due());
        assertThat(asked(again).key()).isEqualTo("undo.2");
        assertThat(after(again.conversation(), answer(1, MessageKind.FAULT, "{}")))
                .as("an answer to the first attempt")
                .isEqualTo(again.conversation());
        assertThat(after(again.conversation(), answer(2, MessageKind.REPLY, "{}"))
                        .status())
                .isEqualTo(Status.COMPENSATED);
    }

    @Test
    void whatIsNotDoneInTimeWaitsForAPerson() {
        Conversation regretted = regretted();
        now = NOW.plus(UndoTerms.DEFAULT.within());
        Conversation stuck = after(regretted, fault(1, "provider-timeout"));
        assertThat(stuck.status()).isEqualTo(Status.STUCK);
        assertThat(stuck.lastFailure()).isEqualTo("release answered with provider-timeout");
    }

    @Test
    void whatSaysNoWaitsForAPersonWhoTriesAgain() {
        Conversation stuck = after(regretted(), fault(1, "too-late"));
        assertThat(stuck.status()).isEqualTo(Status.STUCK);
        assertThat(stuck.dueAt()).isEqualTo(Conversation.NEVER);

        Decision again = decide(stuck, WISH);
        assertThat(asked(again).key()).isEqualTo("undo.2");
        assertThat(again.conversation().status()).isEqualTo(Status.COMPENSATING);
        assertThat(decide(again.conversation(), WISH))
                .as("a second time changes nothing")
                .isEqualTo(Decision.nothing(again.conversation()));
    }

    @Test
    void whatCannotEvenBeAskedWaitsForAPerson() {
        Event unknown =
                new Event.Answered("undo.1", null, MessageKind.FAULT, "{\"type\":\"urn:parley:fault:expired\"}");
        assertThat(after(regretted(), unknown).status()).isEqualTo(Status.STUCK);
    }

    @Test
    void anOperatorGivesItUpAndSaysWhy() {
        Conversation stuck = after(regretted(), fault(1, "too-late"));
        assertThatThrownBy(() -> decide(stuck, new Event.Cancelled("user:olga", "", true)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refused -> assertThat(refused.problem().name()).isEqualTo("reason-missing"));

        Decision given = decide(stuck, new Event.Cancelled("user:olga", "released by hand", true));
        assertThat(given.conversation().status()).isEqualTo(Status.COMPENSATED);
        assertThat(given.effects()).singleElement().satisfies(note -> assertThat(
                        ((Effect.Note) note).message().body())
                .contains("released by hand", "force"));
    }

    @Test
    void whatIsToldLateIsBelieved() {
        Conversation stuck = after(regretted(), fault(1, "too-late"));
        assertThat(after(stuck, new LateUndo(MessageKind.FAULT)).status()).isEqualTo(Status.STUCK);
        assertThat(after(stuck, new LateUndo(MessageKind.REPLY)).status()).isEqualTo(Status.COMPENSATED);
    }

    /** A provider that answers its request once more has no part in that. */
    @Test
    void theProviderThatHasDoneItMayAnswerAgain() {
        Conversation regretted = after(reserved().with(CALL, NOW), WISH);
        ProviderAnswer twice =
                new ProviderAnswer(MessageKind.REPLY, "t", "a2", "c1.t", "provider", "{\"again\":true}", null);
        Decision decided = decide(regretted, new Event.ProviderAnswered(twice));
        assertThat(decided.conversation()).isEqualTo(regretted);
        assertThat(decided.effects()).singleElement().isInstanceOf(Effect.Note.class);
    }

    @Test
    void whatWasUndoneChangesNoMore() {
        Conversation undone = after(regretted(), answer(1, MessageKind.REPLY, "{}"));
        List<Event> events = List.of(WISH, new Event.Due(), answer(1, MessageKind.REPLY, "{}"));
        assertThat(events).allSatisfy(event -> assertThat(decide(undone, event)).isEqualTo(Decision.nothing(undone)));
        assertThatThrownBy(() -> decide(undone, new Event.Retried("user:olga", "why not", DEADLINE)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void whatRunsIsCancelledAsEver() {
        Conversation running = reserved().become(Status.RUNNING, NOW);
        assertThat(after(running, WISH).status()).isEqualTo(Status.CANCELLED);
        Conversation failed = policy.decide(
                        running, null, new Event.Faulted(new OperationFault("no").because("no")), NOW)
                .conversation();
        assertThat(decide(failed, WISH)).isEqualTo(Decision.nothing(failed));
    }

    @Test
    void itsActionsSayWhatIsPossible() {
        Conversation stuck = after(regretted(), fault(1, "too-late"));
        assertThat(regrets.actions(reserved(), false, now)).singleElement().satisfies(cancel -> {
            assertThat(cancel.name()).isEqualTo("cancel");
            assertThat(cancel.until()).isEqualTo(NOW.plus(Duration.ofDays(7)));
        });
        assertThat(regrets.actions(regretted(), false, now)).isEmpty();
        assertThat(regrets.actions(regretted(), true, now))
                .extracting(Action::force)
                .containsExactly(true);
        assertThat(regrets.actions(stuck, false, now)).containsExactly(Action.CANCEL);
        assertThat(regrets.actions(stuck, true, now)).extracting(Action::force).containsExactly(false, true);
        assertThat(regrets.actions(reserved().become(Status.RUNNING, NOW), false, now))
                .containsExactly(Action.CANCEL);
    }
}
