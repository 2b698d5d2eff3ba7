package dev.parley.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversation.Carried;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Event;
import dev.parley.conversation.Status;
import dev.parley.message.JsonText;
import dev.parley.message.MessageKind;
import dev.parley.message.Refusal;
import dev.parley.message.Violation;
import dev.parley.process.command.Actions;
import dev.parley.process.command.BegunAgain;
import dev.parley.process.command.Command;
import dev.parley.process.command.CommandReader;
import dev.parley.process.command.Commanded;
import dev.parley.process.command.Ordered;
import dev.parley.process.definition.KnownOffers;
import dev.parley.process.definition.Offer;
import dev.parley.process.event.AnswerMessage;
import dev.parley.process.event.BeginAgain;
import dev.parley.process.rule.AskedMessage;
import dev.parley.process.rule.ProcessSettings;
import dev.parley.process.state.ProcessState;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What persons do with instances, and when they cannot. */
class CommandsTest {

    private static final JsonNode BODY = JsonText.parseExactly("{\"x\": 1}");
    private static final String TWO =
            """
            [{"name": "a", "operation": "do", "compensation": "undo"}, {"name": "b", "operation": "do", "onFault": "stop"}]
            """;

    private final KnownOffers offers =
            new KnownOffers().beans("do", "undo", "other").providers("far");

    private Instance stuckForward() {
        Instance order = Instance.of(offers, TWO).replies("step.a").faults("step.b", "no");
        order.done();
        return order;
    }

    private Instance stuckBack() {
        Instance order = Instance.of(offers, TWO.replace(", \"onFault\": \"stop\"", ""))
                .replies("step.a")
                .faults("step.b", "no")
                .faults("undo.a", "closed");
        order.done();
        return order;
    }

    private String refused(Instance order, Command command) {
        return catchThrowableOfType(Refusal.class, () -> order.command(command))
                .problem()
                .name();
    }

    private List<String> actions(Instance order) {
        return Actions.of(
                        order.conversation, order.state(), order.definition, offers, ProcessSettings.DEFAULT, order.now)
                .stream()
                .map(a -> a.name() + (a.step() == null ? "" : " " + a.step()) + (a.force() ? " by force" : ""))
                .toList();
    }

    @Test
    void aStuckStepIsTriedAgainWithAnotherInput() {
        Instance order = stuckForward();
        order.command(new Command.Retry("b", order.etag("b"), BODY));
        assertThat(order.ask("step.b~2").body()).isEqualTo("{\"x\":1}");
        assertThat(order.notes()).containsExactly("retry");
        order.replies("step.b~2");
        assertThat(order.status()).isEqualTo(Status.SUCCEEDED);
    }

    @Test
    void aStepThatHasMovedIsNotSettled() {
        Instance order = stuckForward();
        String etag = order.etag("b");
        order.command(new Command.Retry("b", etag, null));
        assertThat(refused(order, new Command.Skip("b", etag, null))).isEqualTo("precondition-failed");
        assertThat(refused(order, new Command.Skip("z", etag, null))).isEqualTo("step-unknown");
        assertThat(refused(order, new Command.Skip("a", order.etag("a"), null))).isEqualTo("command-refused");
    }

    @Test
    void aCommandHasAReason() {
        Instance order = stuckForward();
        assertThat(catchThrowableOfType(
                                Refusal.class,
                                () -> order.happens(new Commanded(new Command.Pause(), "user:olga", " ")))
                        .problem()
                        .name())
                .isEqualTo("reason-missing");
    }

    @Test
    void aStepIsSkippedWithWhatOthersReadAsItsReply() {
        Instance order = stuckForward();
        order.command(new Command.Skip("b", order.etag("b"), BODY));
        assertThat(order.status("b")).isEqualTo("SKIPPED");
        assertThat(order.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(order.state().writtenOff()).isEmpty();
    }

    @Test
    void aStepIsResolved() {
        Instance done = stuckForward();
        done.command(new Command.Resolve("b", done.etag("b"), BODY, null));
        assertThat(done.status()).isEqualTo(Status.SUCCEEDED);
        Instance not = Instance.of(offers, TWO).replies("step.a").refuses("step.b", "body-invalid");
        assertThat(refused(not, new Command.Resolve("b", not.etag("b"), BODY, BODY)))
                .isEqualTo("command-refused");
    }

    @Test
    void anotherOperationIsAsked() {
        Instance order = stuckForward();
        assertThat(refused(order, new Command.Replace("b", order.etag("b"), "nobody", null)))
                .isEqualTo("command-refused");
        order.command(new Command.Replace("b", order.etag("b"), "other", BODY));
        assertThat(order.ask("step.b~2").operation()).isEqualTo("other");
    }

    @Test
    void aCompensationThatSaidNoIsTriedAgainSkippedOrReplaced() {
        Instance again = stuckBack();
        again.command(new Command.Retry("a", again.etag("a"), BODY));
        assertThat(again.ask("undo.a~2").body()).isEqualTo("{\"x\":1}");
        again.faults("undo.a~2", "operation-failed").after("PT1S");
        assertThat(again.ask("undo.a~3").body()).isEqualTo("{\"x\":1}");
        Instance skipped = stuckBack();
        skipped.command(new Command.Skip("a", skipped.etag("a"), null));
        assertThat(skipped.status()).isEqualTo(Status.COMPENSATED);
        assertThat(skipped.answer().path("writtenOff").toString()).isEqualTo("[\"a\"]");
        Instance replaced = stuckBack();
        replaced.command(new Command.Replace("a", replaced.etag("a"), "other", null));
        assertThat(replaced.ask("undo.a~2").operation()).isEqualTo("other");
        Instance resolved = stuckBack();
        assertThat(refused(resolved, new Command.Resolve("a", resolved.etag("a"), null, BODY)))
                .isEqualTo("command-refused");
        resolved.command(new Command.Resolve("a", resolved.etag("a"), BODY, null));
        assertThat(resolved.status("a")).isEqualTo("COMPENSATED");
    }

    @Test
    void whatMayHaveBeenDoneIsResolvedOrWrittenOffButNotChanged() {
        Instance order = Instance.of(
                offers,
                "[{\"name\": \"a\", \"operation\": \"far\", \"onUnknown\": \"stop\"}, {\"name\": \"b\", \"operation\": \"do\"}]");
        order.faults("step.a", "provider-timeout");
        assertThat(refused(order, new Command.Retry("a", order.etag("a"), BODY)))
                .isEqualTo("command-refused");
        assertThat(refused(order, new Command.Replace("a", order.etag("a"), "other", null)))
                .isEqualTo("command-refused");
        order.command(new Command.Skip("a", order.etag("a"), null));
        assertThat(order.state().writtenOff()).hasSize(1);
        assertThat(order.status("b")).isEqualTo("RUNNING");
    }

    @Test
    void whatIsPausedBeginsNothingUntilItIsResumed() {
        Instance order = Instance.of(offers, TWO);
        order.command(new Command.Pause()).replies("step.a");
        assertThat(order.done()).containsExactly("step.a");
        assertThat(order.conversation.dueAt()).isEqualTo(order.state().deadline());
        order.command(new Command.Resume());
        assertThat(order.done()).containsExactly("step.b");
        order.command(new Command.Pause()).cancel().faults("step.b", "no");
        assertThat(order.done()).containsExactly("bar step.b");
        order.command(new Command.Resume());
        assertThat(order.done()).containsExactly("undo.a");
    }

    @Test
    void forceGoesBackBehindThePivot() {
        Instance order = Instance.of(
                offers,
                """
                [{"name": "a", "operation": "do", "compensation": "undo"},
                 {"name": "p", "operation": "do", "pivot": true, "compensation": "undo"}, {"name": "b", "operation": "do"}]
                """);
        order.replies("step.a").replies("step.p");
        assertThat(refused(order, new Command.Cancel(false))).isEqualTo("past-pivot");
        order.command(new Command.Cancel(true))
                .faults("step.b", "no")
                .replies("undo.p")
                .replies("undo.a");
        assertThat(order.status()).isEqualTo(Status.CANCELLED);
        assertThat(order.done()).endsWith("undo.p", "undo.a", "Fault cancelled");
    }

    @Test
    void nothingIsBegunAgainWhileItIsUndone() {
        Instance order = Instance.of(
                offers,
                """
                [{"name": "p", "parallel": [[{"name": "a", "operation": "do", "compensation": "undo"}], [{"name": "b", "operation": "do", "compensation": "undo"}]]}]
                """);
        order.replies("step.a").cancel().refuses("step.b", "operation-unknown");
        assertThat(order.status("b")).isEqualTo("CANCELLED");
    }

    @Test
    void actionsAreWhatWouldNotBeRefused() {
        Instance order = Instance.of(offers, TWO);
        assertThat(actions(order)).containsExactly("cancel", "pause");
        assertThat(actions(stuckForward()))
                .containsExactly("cancel", "pause", "replace b", "retry b", "skip b", "resolve b");
        assertThat(actions(stuckBack())).containsExactly("pause", "replace a", "retry a", "skip a", "resolve a");
        order.replies("step.a").replies("step.b");
        assertThat(actions(order)).containsExactly("cancel", "rerun");
        Instance pivoted = Instance.of(
                offers,
                "[{\"name\": \"a\", \"operation\": \"do\", \"pivot\": true}, {\"name\": \"b\", \"operation\": \"do\"}]");
        pivoted.replies("step.a").command(new Command.Pause());
        assertThat(actions(pivoted)).containsExactly("cancel by force", "resume");
    }

    @Test
    void aRerunTakesOverWhatWasDoneBefore() {
        Instance order = Instance.of(offers, TWO).replies("step.a").replies("step.b");
        ProcessPolicy policy = new ProcessPolicy(offers, ProcessSettings.DEFAULT);
        var event = new Event.Requested(Instance.envelope("order", "{}"), "c-2");
        var rerun =
                policy.begin(new BegunAgain(event, order.state(), "c-1", "b"), "process", order.definition, order.now);
        assertThat(rerun.effects()).extracting(e -> ((Effect.Ask) e).key()).containsExactly("step.b");
        assertThat(catchThrowableOfType(
                        Refusal.class,
                        () -> policy.begin(
                                new BegunAgain(event, stuckBackState(), "c-1", "b"),
                                "process",
                                order.definition,
                                order.now)))
                .isNotNull();
    }

    @Test
    void whoHasOrderedIsAnsweredWhateverComesOfIt() {
        Instance order = stuckForward();
        order.happens(
                ordered("m-1", "{\"command\": \"skip\", \"step\": \"b\", \"etag\": \"\\\"9\\\"\", \"reason\": \"r\"}"));
        order.happens(ordered("m-2", "{\"command\": \"pause\"}"));
        assertThat(order.status("b")).isEqualTo("STUCK");
        String etag = order.etag("b").replace("\"", "\\\"");
        order.happens(ordered(
                "m-3", "{\"command\": \"skip\", \"step\": \"b\", \"etag\": \"" + etag + "\", \"reason\": \"r\"}"));
        order.happens(ordered("m-4", "{\"command\": \"rerun\", \"from\": \"b\", \"reason\": \"r\"}"));
        assertThat(order.effects.stream()
                        .filter(AnswerMessage.class::isInstance)
                        .map(AnswerMessage.class::cast)
                        .map(a -> a.conversationId() + " "
                                + (a.refused() == null ? a.about() : a.refused().name())))
                .containsExactly("m-1 precondition-failed", "m-2 reason-missing", "m-3 null", "m-4 c-9");
        assertThat(order.status()).isEqualTo(Status.SUCCEEDED);
    }

    @Test
    void aCancelThatForcesNothingNeedsNoReason() {
        Instance order = Instance.of(offers, TWO).replies("step.a");
        order.happens(ordered("m-1", "{\"command\": \"cancel\", \"force\": true}"));
        assertThat(order.state().undoing()).isNull();
        order.happens(ordered("m-2", "{\"command\": \"cancel\"}"));
        assertThat(order.state().undoing()).isNotNull();
        assertThat(order.effects.stream()
                        .filter(AnswerMessage.class::isInstance)
                        .map(AnswerMessage.class::cast)
                        .map(a -> a.conversationId() + " "
                                + (a.refused() == null ? "done" : a.refused().name())))
                .containsExactly("m-1 reason-missing", "m-2 done");
    }

    private static Ordered ordered(String id, String command) {
        CommandReader.Read read = CommandReader.named("c-9", command);
        return new Ordered(id, new Commanded(read.command(), "user:olga", read.reason()));
    }

    @Test
    void aCommandThatNamesItselfSaysAllThatItNeeds() {
        assertThat(catchThrowableOfType(Refusal.class, () -> CommandReader.named("c-9", "{\"command\": \"explode\"}"))
                        .problem()
                        .violations())
                .extracting(Violation::field)
                .containsExactly("/command");
        assertThat(catchThrowableOfType(
                                Refusal.class, () -> CommandReader.named("c-9", "{\"command\": \"retry\", \"why\": 1}"))
                        .problem()
                        .violations())
                .extracting(Violation::field)
                .containsExactlyInAnyOrder("/step", "/etag", "/why");
        assertThat(CommandReader.named("c-9", "{\"command\": \"cancel\", \"force\": true}")
                        .command())
                .isEqualTo(new Command.Cancel(true));
    }

    @Test
    void aRerunIsOfWhatHasEndedAndOnce() {
        Instance order = Instance.of(offers, TWO).replies("step.a");
        assertThat(refused(order, new Command.Rerun("b", "c-2"))).isEqualTo("command-refused");
        order.replies("step.b");
        assertThat(refused(order, new Command.Rerun("nowhere", "c-2"))).isEqualTo("step-unknown");
        order.command(new Command.Rerun("b", "c-2"));
        assertThat(order.effects).contains(new BeginAgain("b", "c-2", "user:olga"));
        assertThat(order.notes()).contains("rerun");
        assertThat(order.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(refused(order, new Command.Rerun("b", "c-3"))).isEqualTo("command-refused");
        assertThat(catchThrowableOfType(Refusal.class, order::cancel).problem().name())
                .isEqualTo("not-compensable");
        assertThat(actions(order)).isEmpty();
    }

    @Test
    void whatWasTakenOverIsUndoneAsTheOtherAskedForIt() {
        offers.with("do", KnownOffers.of(Offer.Kind.PROVIDER));
        Instance order = Instance.of(offers, TWO.replace(", \"onFault\": \"stop\"", ""))
                .replies("step.a")
                .replies("step.b");
        ProcessPolicy policy = new ProcessPolicy(offers, ProcessSettings.DEFAULT);
        Carried first = AskedMessage.of(order.conversation, order.state(), order.ask("step.a"));
        Conversation again = policy.begin(
                        new BegunAgain(
                                new Event.Requested(Instance.envelope("order", "{}"), "c-2"),
                                order.state(),
                                "c-1",
                                "b"),
                        "process",
                        order.definition,
                        order.now)
                .conversation();
        var back = policy.decide(
                again,
                (ProcessState) again.patternState(),
                order.definition,
                new Event.Answered("step.b", "child", MessageKind.FAULT, Instance.problem("no")),
                order.now);
        Effect.Ask undo = back.effects().stream()
                .filter(Effect.Ask.class::isInstance)
                .map(Effect.Ask.class::cast)
                .findFirst()
                .orElseThrow();
        Carried carried = AskedMessage.of(
                back.conversation(), (ProcessState) back.conversation().patternState(), undo);
        assertThat(carried.properties())
                .containsEntry("Compensates", first.messageId())
                .containsEntry("ProcessId", "c-2");
    }

    private ProcessState stuckBackState() {
        return stuckBack().state();
    }

    @Test
    void attemptsAreOneMessageAndACompensationNamesWhatItUndoes() {
        offers.with("do", KnownOffers.of(Offer.Kind.PROVIDER));
        Instance order = Instance.of(offers, TWO).replies("step.a").cancel().faults("step.b", "no");
        Carried first = AskedMessage.of(order.conversation, order.state(), order.ask("step.a"));
        Carried undo = AskedMessage.of(order.conversation, order.state(), order.ask("undo.a"));
        assertThat(undo.properties())
                .containsEntry("Compensates", first.messageId())
                .containsEntry("Outcome", "done")
                .containsEntry("Step", "a")
                .containsEntry("ProcessId", "c-1")
                .containsEntry("Process", "order");
        order.faults("undo.a", "operation-failed").after("PT1S");
        assertThat(AskedMessage.of(order.conversation, order.state(), order.ask("undo.a~2")))
                .isEqualTo(undo);
    }

    @Test
    void whatAsksNothingIsNotTriedWithARequest() {
        Instance wait = Instance.of(
                offers,
                ProcessSettings.DEFAULT,
                "{\"steps\": [{\"name\": \"w\", \"wait\": {\"$\": \"/request/t\"}}]}",
                "{}");
        assertThat(wait.status("w")).isEqualTo("STUCK");
        assertThat(refused(wait, new Command.Retry("w", wait.etag("w"), BODY))).isEqualTo("command-refused");
        wait.command(new Command.Retry("w", wait.etag("w"), null));
        assertThat(wait.status("w")).isEqualTo("STUCK");
        wait.command(new Command.Resolve("w", wait.etag("w"), BODY, null));
        assertThat(wait.status()).isEqualTo(Status.SUCCEEDED);
        Instance each = Instance.of(
                offers,
                "[{\"name\": \"e\", \"forEach\": {\"$\": \"/request/l\"}, \"as\": \"i\", \"steps\": [{\"name\": \"s\", \"operation\": \"do\"}]}]");
        assertThat(refused(each, new Command.Retry("e", each.etag("e"), BODY))).isEqualTo("command-refused");
        Instance await = Instance.of(
                offers, "[{\"name\": \"m\", \"await\": \"go\", \"timeout\": \"PT1M\", \"onFault\": \"stop\"}]");
        await.after("PT1M");
        assertThat(await.status("m")).isEqualTo("STUCK");
        assertThat(actions(await)).doesNotContain("replace m");
        assertThat(refused(await, new Command.Retry("m", await.etag("m"), BODY)))
                .isEqualTo("command-refused");
        assertThat(refused(await, new Command.Replace("m", await.etag("m"), "do", BODY)))
                .isEqualTo("command-refused");
    }

    @Test
    void whatHasNoRequestYetIsNotGivenToAnotherWithoutOne() {
        Instance order = Instance.of(
                offers, "[{\"name\": \"a\", \"operation\": \"do\", \"input\": {\"x\": {\"$\": \"/request/x\"}}}]");
        assertThat(refused(order, new Command.Replace("a", order.etag("a"), "other", null)))
                .isEqualTo("command-refused");
        order.command(new Command.Replace("a", order.etag("a"), "other", BODY));
        assertThat(order.ask("step.a").operation()).isEqualTo("other");
    }

    private Instance withoutReply() {
        Instance order = Instance.of(
                offers,
                ProcessSettings.DEFAULT,
                "{\"steps\": [{\"name\": \"a\", \"operation\": \"do\", \"compensation\": \"undo\"}], \"reply\": {\"$\": \"/steps/a/reply/z\"}}",
                "{}");
        order.replies("step.a");
        order.done();
        return order;
    }

    @Test
    void theReplyIsMadeAgainOrGivenAndNothingElse() {
        Instance order = withoutReply();
        assertThat(refused(order, new Command.Retry("reply", order.etag("reply"), BODY)))
                .isEqualTo("command-refused");
        assertThat(refused(order, new Command.Resolve("reply", order.etag("reply"), null, BODY)))
                .isEqualTo("command-refused");
        order.command(new Command.Retry("reply", order.etag("reply"), null));
        assertThat(order.status("reply")).isEqualTo("STUCK");
        order.command(new Command.Resolve("reply", order.etag("reply"), BODY, null));
        assertThat(order.answer()).isEqualTo(BODY);
    }

    @Test
    void aReplyThatCouldNotBeMadeDoesNotHoldUpUndoing() {
        Instance order = withoutReply().cancel().replies("undo.a");
        assertThat(order.status()).isEqualTo(Status.CANCELLED);
        assertThat(order.status("reply")).isEqualTo("CANCELLED");
    }

    @Test
    void aMessageThatIsSkippedIsFoundAsTheMessage() {
        Instance order = Instance.of(
                offers,
                "[{\"name\": \"m\", \"await\": \"go\"}, {\"name\": \"a\", \"operation\": \"do\", \"input\": {\"$\": \"/messages/go\"}}]");
        order.command(new Command.Skip("m", order.etag("m"), BODY));
        assertThat(order.ask("step.a").body()).isEqualTo("{\"x\":1}");
    }

    @Test
    void aCancelSaysWhyAndWhoForcedIt() {
        Instance order = Instance.of(
                offers,
                "[{\"name\": \"a\", \"operation\": \"do\", \"compensation\": \"undo\", \"pivot\": true}, {\"name\": \"b\", \"operation\": \"do\"}]");
        assertThat(refusal(order, new Event.Cancelled("user:olga", "wrong", true)))
                .isEqualTo("command-refused");
        order.replies("step.a");
        assertThat(refusal(order, new Event.Cancelled("user:ann"))).isEqualTo("past-pivot");
        assertThat(refusal(order, new Event.Cancelled("user:olga", " ", true))).isEqualTo("reason-missing");
        order.done();
        order.happens(new Event.Cancelled("user:olga", "wrong address", true));
        Effect.Note note = (Effect.Note) order.effects.get(0);
        assertThat(note.message().from()).isEqualTo("user:olga");
        assertThat(note.message().body()).contains("\"reason\":\"wrong address\"", "\"force\":true");
        order.replies("step.b").replies("undo.a");
        assertThat(order.status()).isEqualTo(Status.CANCELLED);
    }

    private static String refusal(Instance order, Event event) {
        return catchThrowableOfType(Refusal.class, () -> order.happens(event))
                .problem()
                .name();
    }
}
