package dev.parley.conversation.gathering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Decision;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Envelope;
import dev.parley.conversation.Event;
import dev.parley.conversation.MessageExchangePattern;
import dev.parley.conversation.Status;
import dev.parley.message.MessageKind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is undone though nobody counts it, and what is not. */
class ReleasePolicyTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final Completion ALL = Completion.of(List.of(new Criterion.All()));
    private static final String REPLY = "{\"price\":1}";
    private static final String FAULT = "{\"type\":\"urn:parley:fault:provider-timeout\"}";

    private Conversation conversation;

    private void begin(Losers losers) {
        Gathering gathering =
                Gathering.begun("scatter-gather", ALL, Choice.of(Take.ALL, losers), List.of("a", "b"), "s", NOW);
        Envelope request = new Envelope(
                "parley.gather",
                "{}",
                MessageExchangePattern.IN_OUT,
                "user:ann",
                "ann",
                "m",
                "m",
                null,
                null,
                false,
                null,
                "c",
                NOW.plusSeconds(60),
                0);
        conversation = Conversation.accepted(GatheringPolicy.NAME, request, "c", NOW)
                .waitingUntil(NOW.plusSeconds(60), gathering, NOW);
    }

    private List<Effect> happen(Event event) {
        Gathering state = (Gathering) conversation.patternState();
        Decision decision = GatheringPolicy.decide(conversation, state, event, NOW.plusSeconds(1));
        conversation = decision.conversation();
        return decision.effects();
    }

    private static Event answered(String name, MessageKind kind, String body) {
        return new Event.Answered(GatheringKey.from(name), "child", kind, body);
    }

    private static Event late(String name, String body) {
        return new LateAnswer(GatheringKey.from(name), MessageKind.REPLY, body);
    }

    private static List<String> undone(List<Effect> effects) {
        return effects.stream()
                .filter(Release.class::isInstance)
                .flatMap(effect -> ((Release) effect).undone().stream())
                .map(GatheredAnswer::from)
                .toList();
    }

    @Test
    void aReplyThatIsTooLargeWasDoneAllTheSame() {
        begin(Losers.COMPENSATE);
        String large = "{\"x\":\"" + "x".repeat(GatheringPolicy.MOST_KEPT) + "\"}";
        assertThat(undone(happen(answered("a", MessageKind.REPLY, large)))).containsExactly("a");
        Gathering state = (Gathering) conversation.patternState();
        assertThat(state.faults()).isEqualTo(1);
        assertThat(undone(happen(answered("b", MessageKind.REPLY, REPLY)))).isEmpty();
        assertThat(conversation.status()).isEqualTo(Status.SUCCEEDED);
    }

    @Test
    void whoWasSaidToBeSilentIsUndoneOnce() {
        begin(Losers.COMPENSATE);
        happen(answered("a", MessageKind.FAULT, FAULT));
        assertThat(undone(happen(late("a", REPLY)))).containsExactly("a");
        assertThat(undone(happen(late("a", REPLY)))).isEmpty();
        happen(answered("b", MessageKind.REPLY, REPLY));
        assertThat(undone(happen(late("b", REPLY)))).as("it was taken").isEmpty();
    }

    @Test
    void aLateFaultUndoesNothing() {
        begin(Losers.COMPENSATE);
        happen(new Event.Cancelled("user:ann"));
        assertThat(undone(happen(answered("a", MessageKind.FAULT, FAULT)))).isEmpty();
        Instant ended = conversation.updatedAt();
        assertThat(undone(happen(answered("b", MessageKind.REPLY, REPLY)))).containsExactly("b");
        assertThat(conversation.updatedAt()).as("it ended when it ended").isEqualTo(ended);
    }

    @Test
    void nobodyUndoesAnythingWhoIsOnlyCancelled() {
        begin(Losers.CANCEL);
        List<Effect> effects = happen(new Event.Cancelled("user:ann"));
        assertThat(effects).contains(new Release(List.of("a", "b"), List.of()));
        assertThat(undone(happen(answered("a", MessageKind.REPLY, REPLY)))).isEmpty();
    }

    /** The version before asked for it in an exchange, under a key of its own. */
    @Test
    void whatWasAskedToBeUndoneBeforeAnUpgradeIsSeenTo() {
        begin(Losers.COMPENSATE);
        happen(new Event.Cancelled("user:ann"));
        assertThat(happen(new Event.Answered("undo:c-1:a", "child", MessageKind.REPLY, REPLY)))
                .isEmpty();
        assertThat(happen(new Event.Answered("undo:c-1:a", "child", MessageKind.FAULT, FAULT)))
                .hasOnlyElementsOfType(Effect.Park.class)
                .hasSize(1);
    }

    /** What nothing undid by itself is undone by somebody later, for whom it is not too late. */
    @Test
    void whatIsKeptIsNoLongerWhenItIsUndoneAfterAll() {
        begin(Losers.COMPENSATE);
        happen(new Event.Cancelled("user:ann"));
        happen(late("a", REPLY));
        happen(late("b", REPLY));
        happen(new Undoing(List.of(), List.of("a", "b")));
        assertThat(choice().kept()).containsExactly("a", "b");

        happen(new LoserUndone(GatheringKey.from("a"), Status.COMPENSATING));

        assertThat(choice().kept()).containsExactly("b");
        assertThat(choice().undoneBySomething()).containsExactly("a");
        happen(new LoserUndone(GatheringKey.from("a"), Status.COMPENSATED));
        assertThat(choice().kept()).containsExactly("b");
        assertThat(choice().howFar("a")).isEqualTo(Status.COMPENSATED);
    }

    private Choice choice() {
        return ((Gathering) conversation.patternState()).choice();
    }

    @Test
    void strangersUndoNothing() {
        begin(Losers.COMPENSATE);
        assertThat(happen(late("c", REPLY))).isEmpty();
        assertThat(happen(new LateAnswer("decide:1", MessageKind.REPLY, REPLY))).isEmpty();
    }
}
