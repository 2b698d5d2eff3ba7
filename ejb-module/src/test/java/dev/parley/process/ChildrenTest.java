package dev.parley.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Effect;
import dev.parley.conversation.Parent;
import dev.parley.conversation.Status;
import dev.parley.message.Address;
import dev.parley.message.MessageKind;
import dev.parley.message.Outgoing;
import dev.parley.process.command.Command;
import dev.parley.process.definition.KnownOffers;
import dev.parley.process.definition.Offer;
import dev.parley.process.event.NotBarred;
import dev.parley.process.event.UndoAsked;
import dev.parley.process.state.UndoWaiter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Processes that ask processes: what becomes of the one goes down to the other. */
class ChildrenTest {

    private final KnownOffers offers =
            new KnownOffers().beans("do", "undo").with("child", KnownOffers.of(Offer.Kind.PROCESS));

    private static final String PARENT =
            "[{\"name\": \"a\", \"operation\": \"child\"}, {\"name\": \"b\", \"operation\": \"do\"}]";

    private static final String CHILD =
            "{\"steps\": [{\"name\": \"a\", \"operation\": \"do\", \"compensation\": \"undo\"}]}";

    /** Not always the one that has asked for it: another may have taken over what that one did. */
    private static final Address ASKER = new Parent("process", "p-2").address();

    private Instance parent() {
        return Instance.of(offers, PARENT);
    }

    /** One that has ended, for another process. */
    private Instance child(String json) {
        Instance child = Instance.nested(offers, json, "{}").replies("step.a");
        assertThat(child.status()).isEqualTo(Status.SUCCEEDED);
        child.done();
        return child;
    }

    private static List<Outgoing> told(Instance instance) {
        return instance.effects.stream()
                .filter(Effect.Send.class::isInstance)
                .map(e -> ((Effect.Send) e).message())
                .toList();
    }

    private static UndoAsked undoAsked(String key) {
        return new UndoAsked(new UndoWaiter(key, ASKER));
    }

    @Test
    void whatHasEndedUndoesItself() {
        Instance order = parent().replies("step.a").faults("step.b", "no");
        assertThat(order.done()).containsExactly("step.a", "step.b", "child undo.a");
        order.replies("undo.a");
        assertThat(order.status()).isEqualTo(Status.COMPENSATED);
    }

    @Test
    void whatCannotUndoItselfIsAPersons() {
        Instance order = parent().replies("step.a").faults("step.b", "no").refuses("undo.a", "not-compensable");
        assertThat(order.step("a").work().stuck()).isEqualTo("not-compensable");
        order.command(new Command.Retry("a", order.etag("a"), null));
        assertThat(order.done()).contains("child undo.a~2");
    }

    /** Somebody has it in hand, and is not waited for. */
    @Test
    void whatCannotUndoItselfJustNowIsAskedAgain() {
        Instance order = parent().replies("step.a").faults("step.b", "no").faults("undo.a", "operation-failed");
        assertThat(order.status("a")).isEqualTo("COMPENSATING");
        order.done();
        order.after("PT1S");
        assertThat(order.done()).containsExactly("child undo.a~2");
    }

    @Test
    void whatHasEndedUndoesItselfWhenItsDefinitionIsGone() {
        Instance order = parent().replies("step.a");
        offers.without("child");
        order.faults("step.b", "no");
        assertThat(order.done()).containsExactly("step.a", "step.b", "child undo.a");
    }

    @Test
    void whatRunsIsCancelled() {
        Instance order = parent().cancel();
        assertThat(order.done()).containsExactly("step.a", "bar step.a");
        order.faults("step.a", "cancelled");
        assertThat(order.status("a")).isEqualTo("CANCELLED");
        assertThat(order.status()).isEqualTo(Status.CANCELLED);
    }

    @Test
    void whoeverHasItInHandIsNotWaitedFor() {
        Instance order = parent().cancel();
        order.done();
        order.happens(new NotBarred("step.a"));
        assertThat(order.done()).isEmpty();
        assertThat(order.conversation.dueAt()).isEqualTo(order.now.plusSeconds(1));
        order.after("PT1S");
        assertThat(order.done()).containsExactly("bar step.a");
    }

    @Test
    void itIsUndoneForWhoeverHasAskedForIt() {
        Instance child = child(CHILD).happens(undoAsked("undo.x"));
        assertThat(child.status()).isEqualTo(Status.COMPENSATING);
        assertThat(child.done()).containsExactly("undo.a");
        child.replies("undo.a");
        assertThat(child.status()).isEqualTo(Status.COMPENSATED);
        assertThat(told(child)).singleElement().satisfies(m -> {
            assertThat(m.kind()).isEqualTo(MessageKind.REPLY);
            assertThat(m.state()).isEqualTo("undo.x");
            assertThat(m.to()).isEqualTo(ASKER);
        });
    }

    @Test
    void itIsBeingUndoneAlready() {
        Instance child = child(CHILD).cancel().happens(undoAsked("undo.x")).happens(undoAsked("undo.x~2"));
        assertThat(child.done()).containsExactly("undo.a");
        child.replies("undo.a");
        assertThat(told(child)).extracting(Outgoing::state).containsExactly("undo.x~2");
    }

    @Test
    void itWasUndoneAlready() {
        Instance child = child(CHILD).cancel().replies("undo.a");
        assertThat(told(child)).isEmpty();
        child.happens(undoAsked("undo.x"));
        assertThat(told(child)).extracting(Outgoing::state).containsExactly("undo.x");
        assertThat(child.status()).isEqualTo(Status.COMPENSATED);
    }

    /** What another instance has taken over is that one's to undo. */
    @Test
    void itWasTakenOver() {
        Instance child = Instance.nested(
                        offers,
                        "{\"steps\": [{\"name\": \"a\", \"operation\": \"do\", \"compensation\": \"undo\"}, "
                                + "{\"name\": \"b\", \"operation\": \"do\"}]}",
                        "{}")
                .replies("step.a")
                .replies("step.b")
                .command(new Command.Rerun("b", "c-2"));
        child.effects.clear();
        child.happens(undoAsked("undo.x"));
        assertThat(child.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(child.done()).containsExactly("Fault not-compensable");
    }

    @Test
    void itIsPastItsPivot() {
        Instance child =
                child(CHILD.replace("\"name\"", "\"pivot\": true, \"name\"")).happens(undoAsked("undo.x"));
        assertThat(child.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(child.answer().path("type").asText()).endsWith(":past-pivot");
        assertThat(told(child)).extracting(Outgoing::kind).containsExactly(MessageKind.FAULT);
    }

    /** How long its requester has to think better of it is not what binds it. */
    @Test
    void itEndedLongAgo() {
        Instance child = child(CHILD);
        child.now = child.now.plusSeconds(30L * 24 * 3600);
        child.happens(undoAsked("undo.x"));
        assertThat(child.done()).containsExactly("undo.a");
    }
}
