package dev.parley.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.parley.conversation.Effect;
import dev.parley.conversation.Event;
import dev.parley.conversation.Status;
import dev.parley.message.JsonText;
import dev.parley.message.MessageKind;
import dev.parley.process.command.Command;
import dev.parley.process.definition.KnownOffers;
import dev.parley.process.definition.Offer;
import dev.parley.process.event.CameLate;
import dev.parley.process.rule.ProcessSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Steps one after the other, and how they are undone: the table of hard cases, as far as it needs no blocks. */
class SequenceTest {

    private static final String THREE =
            """
            [{"name": "a", "operation": "reserve", "input": {"x": {"$": "/request/x"}}, "compensation": "release"},
             {"name": "b", "operation": "pay", "input": {"of": {"$": "/steps/a/reply/of"}}, "compensation": "refund"},
             {"name": "c", "operation": "book"}]
            """;

    private final KnownOffers offers = new KnownOffers()
            .beans("reserve", "release", "book", "mail", "ask-pay")
            .providers("pay", "refund");

    private Instance of(String steps) {
        return Instance.of(
                offers,
                ProcessSettings.DEFAULT,
                "{\"steps\": " + steps + ", \"reply\": {\"id\": {\"$\": \"/process/id\"}}}",
                "{\"x\": 7}");
    }

    private Instance three() {
        return of(THREE);
    }

    @Test
    void stepsFollowEachOtherAndTheReplyIsMadeOfThem() {
        Instance order = three();
        assertThat(order.ask("step.a").body()).isEqualTo("{\"x\":7}");
        order.replies("step.a");
        assertThat(order.ask("step.b").body()).isEqualTo("{\"of\":\"step.a\"}");
        order.replies("step.b").replies("step.c");
        assertThat(order.answer().toString()).isEqualTo("{\"id\":\"c-1\"}");
        assertThat(order.done()).containsExactly("step.a", "step.b", "step.c", "Reply");
        assertThat(order.status()).isEqualTo(Status.SUCCEEDED);
    }

    @Test
    void aFaultWithNothingToUndoIsPassedOn() {
        Instance order = three().faults("step.a", "sold-out");
        assertThat(order.done()).containsExactly("step.a", "Fault sold-out");
        assertThat(order.status()).isEqualTo(Status.FAULTED);
        assertThat(order.status("a")).isEqualTo("FAULTED");
    }

    @Test
    void whatWasDoneIsUndoneInReverse() {
        Instance order = three().replies("step.a").replies("step.b").faults("step.c", "full");
        assertThat(order.status()).isEqualTo(Status.COMPENSATING);
        assertThat(order.notes()).containsExactly("undo");
        assertThat(JsonText.parseExactly(order.ask("undo.b").body()))
                .isEqualTo(JsonText.parseExactly(
                        "{\"request\": {\"of\": \"step.a\"}, \"reply\": {\"of\": \"step.b\"}, \"outcome\": \"done\"}"));
        order.replies("undo.b").replies("undo.a");
        assertThat(order.answer().path("cause").path("type").asText()).endsWith("full");
        assertThat(order.answer().path("compensated").toString()).isEqualTo("[\"a\",\"b\"]");
        assertThat(order.answer().path("writtenOff").toString()).isEqualTo("[]");
        assertThat(order.done())
                .containsExactly("step.a", "step.b", "step.c", "undo.b", "undo.a", "Fault process-compensated");
        assertThat(order.status()).isEqualTo(Status.COMPENSATED);
        assertThat(order.status("c")).isEqualTo("FAULTED");
    }

    @Test
    void aCompensationThatFailsIsTriedAgainUntilItsTimeIsOver() {
        Instance order = three().replies("step.a").faults("step.b", "broke");
        order.done();
        order.faults("undo.a", "operation-failed");
        assertThat(order.status("a")).isEqualTo("COMPENSATING");
        assertThat(order.done()).isEmpty();
        assertThat(order.step("a").work().due()).isBetween(order.now, order.now.plusSeconds(1));
        order.after("PT1S");
        assertThat(order.done()).containsExactly("undo.a~2");
        order.now = order.now.plus(Duration.ofDays(8));
        order.faults("undo.a~2", "operation-failed");
        assertThat(order.status("a")).isEqualTo("STUCK");
        assertThat(order.step("a").work().stuck()).isEqualTo("compensation-timed-out");
        assertThat(order.status()).isEqualTo(Status.STUCK);
        assertThat(order.done()).containsExactly("Notice stuck");
    }

    @Test
    void aCompensationThatSaysNoIsStuckAtOnceAndWhatCameBeforeWaits() {
        Instance order = three().replies("step.a").replies("step.b").faults("step.c", "full");
        order.done();
        order.faults("undo.b", "closed");
        assertThat(order.status("b")).isEqualTo("STUCK");
        assertThat(order.status("a")).isEqualTo("SUCCEEDED");
        assertThat(order.done()).containsExactly("Notice stuck");
        assertThat(order.state().dueAt()).isNull();
    }

    @Test
    void anUnknownOutcomeIsAskedFor() {
        offers.with("pay", KnownOffers.of(Offer.Kind.PROVIDER).withOutcome("ask-pay"));
        Instance order = three().replies("step.a").faults("step.b", "provider-timeout");
        assertThat(order.status("b")).isEqualTo("UNKNOWN");
        order.replies("outcome.b", "{\"outcome\": \"in-doubt\"}").after("PT1S");
        order.replies("outcome.b~2", "{\"outcome\": \"done\", \"reply\": {\"of\": 1}}")
                .replies("step.c");
        assertThat(order.done()).containsExactly("step.a", "step.b", "outcome.b", "outcome.b~2", "step.c", "Reply");
    }

    @Test
    void whatIsKnownNotToBeDoneFaults() {
        offers.with("pay", KnownOffers.of(Offer.Kind.PROVIDER).withOutcome("ask-pay"));
        Instance order = three().replies("step.a").faults("step.b", "provider-timeout");
        order.replies("outcome.b", "{\"outcome\": \"not-done\"}");
        assertThat(order.status("b")).isEqualTo("FAULTED");
        assertThat(order.done()).containsExactly("step.a", "step.b", "outcome.b", "undo.a");
    }

    @Test
    void anUnknownOutcomeIsBarredAndUndone() {
        Instance order = three().replies("step.a").faults("step.b", "provider-timeout");
        assertThat(JsonText.parseExactly(order.ask("undo.b").body()))
                .isEqualTo(JsonText.parseExactly(
                        "{\"request\": {\"of\": \"step.a\"}, \"reply\": null, \"outcome\": \"unknown\"}"));
        order.replies("undo.b").replies("undo.a");
        assertThat(order.done())
                .containsExactly("step.a", "step.b", "bar step.b", "undo.b", "undo.a", "Fault process-compensated");
    }

    @Test
    void anUnknownOutcomeIsAPersonsIfItIsToStop() {
        Instance order = of(THREE.replace("\"compensation\": \"refund\"", "\"onUnknown\": \"stop\""))
                .replies("step.a")
                .faults("step.b", "provider-timeout");
        assertThat(order.status("b")).isEqualTo("STUCK");
        assertThat(order.step("b").work().stuck()).isEqualTo("outcome-unknown");
        order.cancel();
        assertThat(order.status("b")).isEqualTo("STUCK");
        assertThat(order.done()).containsExactly("step.a", "step.b", "Notice stuck");
    }

    @Test
    void theOutcomeOfABeanIsAlwaysKnown() {
        Instance order = three().faults("step.a", "expired");
        assertThat(order.status("a")).isEqualTo("FAULTED");
        assertThat(order.status()).isEqualTo(Status.FAULTED);
    }

    @Test
    void aLateSuccessIsUndoneAgainIfThereWasNothingToUndo() {
        Instance order = three().replies("step.a").faults("step.b", "provider-timeout");
        order.replies("undo.b", "{\"outcome\": \"nothing-to-undo\"}").replies("undo.a");
        assertThat(order.status()).isEqualTo(Status.COMPENSATED);
        order.done();
        order.happens(new CameLate("step.b", MessageKind.REPLY, "{\"of\": 1}"));
        assertThat(order.notes()).containsExactly("late");
        assertThat(order.done()).containsExactly("undo.b~2");
        assertThat(order.status()).isEqualTo(Status.COMPENSATED);
        order.happens(new CameLate("step.b", MessageKind.REPLY, "{\"of\": 1}"));
        assertThat(order.done()).isEmpty();
    }

    @Test
    void aLateSuccessOfWhatWasUndoneChangesNothing() {
        Instance order = three().replies("step.a").faults("step.b", "provider-timeout");
        order.replies("undo.b").replies("undo.a");
        order.done();
        order.happens(new CameLate("step.b", MessageKind.REPLY, "{}"));
        assertThat(order.done()).isEmpty();
    }

    @Test
    void cancelBeginsNothingAndUndoesWhenWhatRunsHasEnded() {
        Instance order = three().replies("step.a").cancel();
        assertThat(order.status()).isEqualTo(Status.COMPENSATING);
        assertThat(order.done()).containsExactly("step.a", "step.b", "bar step.b");
        order.cancel();
        assertThat(order.done()).isEmpty();
        order.replies("step.b");
        order.replies("undo.b").replies("undo.a");
        assertThat(order.answer().path("compensated").size()).isEqualTo(2);
        assertThat(order.done()).containsExactly("undo.b", "undo.a", "Fault cancelled");
        assertThat(order.status()).isEqualTo(Status.CANCELLED);
    }

    @Test
    void whatNobodyHadTakenIsWithdrawn() {
        Instance order = three().replies("step.a").cancel().faults("step.b", "withdrawn");
        assertThat(order.status("b")).isEqualTo("CANCELLED");
        order.replies("step.b").replies("undo.a");
        assertThat(order.status()).isEqualTo(Status.CANCELLED);
        assertThat(order.status("b")).isEqualTo("CANCELLED");
    }

    @Test
    void thereIsNoWayBackAfterThePivot() {
        Instance order = of(THREE.replace("\"operation\": \"pay\"", "\"operation\": \"pay\", \"pivot\": true"));
        order.replies("step.a").replies("step.b");
        assertThat(catchThrowable(order::cancel)).hasMessageContaining("past-pivot");
        assertThat(order.conversation.isBound()).isFalse();
        assertThat(order.conversation.dueAt()).isEqualTo(order.state().deadline());
        order.done();
        order.after("PT1H");
        assertThat(order.done()).containsExactly("Notice overdue");
        assertThat(order.state().flags().overdue()).isTrue();
        order.faults("step.c", "expired").after("PT1S");
        assertThat(order.done()).containsExactly("step.c~2");
        order.faults("step.c~2", "full");
        assertThat(order.status("c")).isEqualTo("STUCK");
        assertThat(order.status()).isEqualTo(Status.STUCK);
        order.command(new Command.Resolve("c", order.etag("c"), JsonText.parseExactly("{}"), null));
        assertThat(order.status()).isEqualTo(Status.SUCCEEDED);
    }

    @Test
    void aPivotThatIsDoneInTheMiddleOfACancelGoesOn() {
        Instance order = of(THREE.replace("\"operation\": \"pay\"", "\"operation\": \"pay\", \"pivot\": true"));
        order.replies("step.a").cancel().replies("step.b").replies("step.c");
        assertThat(order.notes()).containsExactly("cancel", "undo", "past-pivot");
        assertThat(order.status()).isEqualTo(Status.SUCCEEDED);
    }

    @Test
    void whileThePivotIsInDoubtTheDeadlineOnlyMakesLate() {
        offers.with("pay", KnownOffers.of(Offer.Kind.PROVIDER).withOutcome("ask-pay"));
        Instance order = of(THREE.replace("\"operation\": \"pay\"", "\"operation\": \"pay\", \"pivot\": true"));
        order.replies("step.a").faults("step.b", "provider-timeout").after("PT1H");
        assertThat(order.state().undoing()).isNull();
        order.done();
        order.replies("outcome.b", "{\"outcome\": \"not-done\"}");
        assertThat(order.answer().path("detail").asText()).contains("2026-03-01T11:00:00Z");
        assertThat(order.done()).containsExactly("undo.a", "Fault expired");
    }

    @Test
    void theDeadlineTellsAtOnceAndUndoesThen() {
        Instance order = three().replies("step.a");
        order.after("PT1H");
        assertThat(order.answer().path("undoing").asBoolean()).isTrue();
        assertThat(order.done()).containsExactly("step.a", "step.b", "bar step.b", "Fault expired");
        assertThat(order.conversation.isBound()).isFalse();
        order.faults("step.b", "expired").replies("undo.b").replies("undo.a");
        assertThat(order.done()).containsExactly("bar step.b", "undo.b", "undo.a");
        assertThat(order.status()).isEqualTo(Status.EXPIRED);
        assertThat(order.conversation.expiresAt()).isEqualTo(order.state().deadline());
    }

    @Test
    void aStepHasNoMoreTimeThanIsLeft() {
        Instance order = of(THREE.replace("\"name\": \"c\",", "\"name\": \"c\", \"timeout\": \"PT10M\","));
        assertThat(order.ask("step.a").deadline()).isEqualTo(Instance.BEGIN.plus(Duration.ofHours(1)));
        order.replies("step.a").replies("step.b");
        assertThat(order.ask("step.c").deadline()).isEqualTo(Instance.BEGIN.plus(Duration.ofMinutes(10)));
    }

    @Test
    void aStepIsTriedAgainAsItSays() {
        Instance order = of(THREE.replace(
                "\"name\": \"a\",", "\"name\": \"a\", \"retry\": {\"attempts\": 2, \"backoff\": \"PT5S\"},"));
        order.faults("step.a", "operation-failed");
        assertThat(order.status("a")).isEqualTo("WAITING");
        order.after("PT5S").faults("step.a~2", "operation-failed");
        assertThat(order.done()).containsExactly("step.a", "step.a~2", "Fault operation-failed");
    }

    @Test
    void whatMayHaveBeenDoneAtAnEarlierAttemptIsUndone() {
        Instance order = of(THREE.replace(
                "\"name\": \"b\",", "\"name\": \"b\", \"retry\": {\"attempts\": 3, \"backoff\": \"PT5S\"},"));
        order.replies("step.a").faults("step.b", "provider-timeout").cancel();
        assertThat(order.status("b")).isEqualTo("COMPENSATING");
        assertThat(order.done()).containsExactly("step.a", "step.b", "bar step.b", "undo.b");
    }

    @Test
    void anErrorThatIsIgnoredIsReadable() {
        Instance order = of(
                """
                [{"name": "a", "operation": "reserve", "onFault": "ignore"},
                 {"name": "b", "operation": "book", "input": {"why": {"$": "/steps/a/fault/title"}}}]
                """);
        order.faults("step.a", "sold-out");
        assertThat(order.status("a")).isEqualTo("IGNORED");
        assertThat(order.ask("step.b").body()).isEqualTo("{\"why\":\"No\"}");
    }

    @Test
    void anUnknownOutcomeThatIsIgnoredIsUndoneAlone() {
        Instance order = of(THREE.replace("\"name\": \"b\",", "\"name\": \"b\", \"onFault\": \"ignore\","));
        order.replies("step.a")
                .faults("step.b", "provider-timeout")
                .replies("undo.b")
                .replies("step.c");
        assertThat(order.done()).containsExactly("step.a", "step.b", "bar step.b", "undo.b", "step.c", "Reply");
    }

    @Test
    void aFaultThatIsToStopIsAPersons() {
        Instance order = of(THREE.replace("\"name\": \"a\",", "\"name\": \"a\", \"onFault\": \"stop\","));
        order.faults("step.a", "sold-out");
        assertThat(order.status()).isEqualTo(Status.STUCK);
        order.cancel();
        assertThat(order.status()).isEqualTo(Status.CANCELLED);
    }

    @Test
    void aFaultLeadsForward() {
        Instance order = of(
                """
                [{"name": "a", "operation": "reserve", "onFault": {"sold-out": "c"}},
                 {"name": "b", "operation": "pay"}, {"name": "c", "operation": "book"}]
                """);
        order.faults("step.a", "sold-out");
        assertThat(order.status("b")).isEqualTo("SKIPPED");
        order.replies("step.c");
        assertThat(order.done()).containsExactly("step.a", "step.c", "Reply");
    }

    @Test
    void anOperationThatIsGoneMakesItStuckNotFaulted() {
        Instance order = three().replies("step.a").refuses("step.b", "operation-unknown");
        assertThat(order.step("b").work().stuck()).isEqualTo("operation-unknown");
        order.command(new Command.Retry("b", order.etag("b"), null));
        assertThat(order.done()).containsExactly("step.a", "step.b", "Notice stuck", "step.b~2");
    }

    @Test
    void aPointerThatFindsNothingMakesItStuckWithThePointer() {
        Instance order = three().replies("step.a", "{}");
        assertThat(order.status("b")).isEqualTo("STUCK");
        assertThat(order.step("b").kept().fault().path("detail").asText()).contains("/steps/a/reply/of");
        order.command(new Command.Retry("b", order.etag("b"), JsonText.parseExactly("{\"of\": 3}")));
        assertThat(order.ask("step.b").body()).isEqualTo("{\"of\":3}");
    }

    @Test
    void aReplyThatPointsAtNothingIsAPersons() {
        Instance order = Instance.of(
                offers,
                ProcessSettings.DEFAULT,
                "{\"steps\": [{\"name\": \"a\", \"operation\": \"book\"}], \"reply\": {\"$\": \"/steps/a/reply/z\"}}",
                "{}");
        order.replies("step.a");
        assertThat(order.status()).isEqualTo(Status.STUCK);
        order.command(new Command.Resolve("reply", order.etag("reply"), JsonText.parseExactly("{\"z\": 1}"), null));
        assertThat(order.answer().toString()).isEqualTo("{\"z\":1}");
    }

    @Test
    void aReplyThatIsTooLargeIsDroppedOrUndone() {
        ProcessSettings small = new ProcessSettings(200, 1000, Duration.ofSeconds(1), Duration.ofMinutes(5), 16);
        String large = "{\"of\": \"" + "x".repeat(300) + "\"}";
        Instance unread = Instance.of(
                offers, small, "{\"steps\": " + THREE.replace("/steps/a/reply/of", "/request") + "}", "{\"x\": 1}");
        unread.replies("step.a", large).replies("step.b").replies("step.c");
        assertThat(unread.status()).isEqualTo(Status.SUCCEEDED);
        Instance read = Instance.of(offers, small, "{\"steps\": " + THREE + "}", "{\"x\": 1}");
        read.replies("step.a", large);
        assertThat(JsonText.parseExactly(read.ask("undo.a").body()))
                .isEqualTo(JsonText.parseExactly("{\"request\": {\"x\": 1}, \"reply\": null, \"outcome\": \"done\"}"));
        read.replies("undo.a");
        assertThat(read.answer().path("cause").path("type").asText()).endsWith("reply-too-large");
    }

    @Test
    void aProviderWhoseReplyWasTooLargeHasDoneIt() {
        Instance order = three().replies("step.a").faults("step.b", "reply-too-large");
        assertThat(order.status("b")).isEqualTo("SUCCEEDED");
    }

    private static String unusable(String answer, String reason) {
        return "{\"type\": \"urn:parley:fault:provider-answer-unusable\", \"answer\": \"" + answer
                + "\", \"reason\": \"" + reason + "\"}";
    }

    private static Instance isAnswered(Instance order, String key, String fault) {
        return order.happens(new Event.Answered(key, "child", MessageKind.FAULT, fault));
    }

    /** Its body is in nobody's hands but the operators'; that it has replied is known. */
    @Test
    void aProviderWhoseReplyIsLargerThanAMessageHasDoneIt() {
        Instance unread = isAnswered(three().replies("step.a"), "step.b", unusable("Reply", "message-too-large"));
        assertThat(unread.status("b")).isEqualTo("SUCCEEDED");
        unread.replies("step.c");
        assertThat(unread.status()).isEqualTo(Status.SUCCEEDED);
    }

    @Test
    void aReplyLargerThanAMessageThatIsPointedAtIsUndone() {
        Instance read = of(
                """
                [{"name": "b", "operation": "pay", "compensation": "refund"},
                 {"name": "c", "operation": "book", "input": {"of": {"$": "/steps/b/reply/of"}}}]
                """);
        isAnswered(read, "step.b", unusable("Reply", "message-too-large"));
        assertThat(JsonText.parseExactly(read.ask("undo.b").body())
                        .path("outcome")
                        .asText())
                .isEqualTo("done");
        read.replies("undo.b");
        assertThat(read.status()).isEqualTo(Status.COMPENSATED);
        assertThat(read.answer().path("cause").path("type").asText()).endsWith("reply-too-large");
    }

    /** What has undone a step has done so, however much it says of it. */
    @Test
    void aCompensationWhoseReplyIsLargerThanAMessageHasDoneIt() {
        Instance order = three().replies("step.a").replies("step.b").faults("step.c", "full");
        isAnswered(order, "undo.b", unusable("Reply", "message-too-large"));
        assertThat(order.status("b")).isEqualTo("COMPENSATED");
    }

    @Test
    void aFaultLargerThanAMessageAndWhatCannotBeReadLeaveInDoubt() {
        Instance fault = isAnswered(three().replies("step.a"), "step.b", unusable("Fault", "message-too-large"));
        assertThat(fault.status("b")).isNotEqualTo("SUCCEEDED");
        Instance nonsense = isAnswered(three().replies("step.a"), "step.b", unusable("Reply", "body-not-json"));
        assertThat(nonsense.status("b")).isNotEqualTo("SUCCEEDED");
    }

    @Test
    void aChildUndoesItself() {
        offers.with("child", KnownOffers.of(Offer.Kind.PROCESS));
        Instance order = of(
                """
                [{"name": "a", "operation": "child"}, {"name": "b", "operation": "book"}]
                """);
        order.replies("step.a").faults("step.b", "full").replies("undo.a");
        assertThat(order.done()).containsExactly("step.a", "step.b", "child undo.a", "Fault process-compensated");
        Instance failing =
                of("[{\"name\": \"b\", \"operation\": \"reserve\"}, {\"name\": \"a\", \"operation\": \"child\"}]");
        failing.replies("step.b").faults("step.a", "expired");
        assertThat(failing.status("a")).isEqualTo("FAULTED");
    }

    @Test
    void whatHasEndedCanBeUndoneForAWhile() {
        Instance order = three().replies("step.a").replies("step.b").replies("step.c");
        order.done();
        order.cancel();
        assertThat(order.status()).isEqualTo(Status.COMPENSATING);
        order.replies("undo.b").replies("undo.a");
        assertThat(order.done()).containsExactly("undo.b", "undo.a");
        assertThat(order.status()).isEqualTo(Status.COMPENSATED);
        Instance late = three().replies("step.a").replies("step.b").replies("step.c");
        late.now = late.now.plus(Duration.ofDays(8));
        assertThat(catchThrowable(late::cancel)).hasMessageContaining("not-compensable");
    }

    @Test
    void answersThatComeTwiceChangeNothing() {
        Instance order = three().replies("step.a").replies("step.a");
        assertThat(order.done()).containsExactly("step.a", "step.b");
        order.faults("step.a", "sold-out");
        assertThat(order.done()).isEmpty();
    }

    @Test
    void aStepThatRunsIsLookedAtAgainButNotAllTheTime() {
        Instance order = three();
        order.now = order.now.plus(Duration.ofMinutes(59));
        order.replies("step.a");
        assertThat(order.step("b").work().due()).isNotNull();
        assertThat(order.effects).filteredOn(Effect.Park.class::isInstance).isEmpty();
    }

    @Test
    void anUnknownOutcomeIsPassedOverAfterThePivotIfItIsIgnored() {
        String mail = "{\"name\": \"b\", \"operation\": \"pay\", \"onFault\": \"ignore\"}";
        Instance order = of("[{\"name\": \"a\", \"operation\": \"book\", \"pivot\": true}, " + mail
                + ", {\"name\": \"c\", \"operation\": \"book\"}]");
        order.replies("step.a").faults("step.b", "provider-timeout");
        assertThat(order.status("b")).isEqualTo("IGNORED");
        assertThat(order.step("b").kept().fault().path("type").asText()).endsWith("outcome-unknown");
        assertThat(order.done()).containsExactly("step.a", "step.b", "bar step.b", "step.c");
        Instance before = of("[" + mail + ", {\"name\": \"c\", \"operation\": \"book\"}]");
        before.faults("step.b", "provider-timeout");
        assertThat(before.status("b")).isEqualTo("IGNORED");
    }

    @Test
    void anUnknownOutcomeThatLeadsOnIsNoPersonsAfterThePivot() {
        Instance order = of(
                """
                [{"name": "a", "operation": "book", "pivot": true},
                 {"name": "b", "operation": "pay", "onFault": {"outcome-unknown": "c"}}, {"name": "c", "operation": "book"}]
                """);
        order.replies("step.a").faults("step.b", "provider-timeout");
        assertThat(order.status("b")).isEqualTo("UNKNOWN");
        assertThat(order.status("c")).isEqualTo("RUNNING");
    }

    @Test
    void tooManyStepsAreAFaultLikeAnyOther() {
        ProcessSettings one = new ProcessSettings(200, 1, Duration.ofSeconds(1), Duration.ofMinutes(5), 16);
        String steps = "[{\"name\": \"a\", \"operation\": \"book\"}, {\"name\": \"b\", \"operation\": \"book\","
                + " \"onFault\": \"ignore\"}, {\"name\": \"c\", \"operation\": \"book\", \"onFault\": \"stop\"}]";
        Instance order = Instance.of(offers, one, "{\"steps\": " + steps + "}", "{}");
        order.replies("step.a");
        assertThat(order.status("b")).isEqualTo("IGNORED");
        assertThat(order.status("c")).isEqualTo("STUCK");
        assertThat(order.step("c").work().stuck()).isEqualTo("too-many-steps");
    }

    @Test
    void aNestedProcessAnswersWhenItIsUndone() {
        Instance order = Instance.nested(offers, "{\"steps\": " + THREE + "}", "{\"x\": 7}");
        order.replies("step.a").after("PT1H");
        assertThat(order.done()).containsExactly("step.a", "step.b", "bar step.b");
        order.replies("step.b").replies("undo.b");
        assertThat(order.done()).containsExactly("undo.b", "undo.a");
        order.replies("undo.a");
        assertThat(order.done()).containsExactly("Fault expired");
        assertThat(order.status()).isEqualTo(Status.EXPIRED);
    }

    @Test
    void nothingIsUndoneBeforeANestedProcessHasEnded() {
        offers.with("child", KnownOffers.of(Offer.Kind.PROCESS));
        Instance order = of("[{\"name\": \"a\", \"operation\": \"reserve\", \"compensation\": \"release\"},"
                + " {\"name\": \"b\", \"operation\": \"child\"}]");
        order.replies("step.a").after("PT1H");
        assertThat(order.done()).containsExactly("step.a", "step.b", "bar step.b", "Fault expired");
        order.after("PT10M").faults("step.b", "expired");
        assertThat(order.done()).containsExactly("bar step.b", "undo.a");
    }

    @Test
    void anUnknownOutcomeWithNothingToUndoItIsAPersons() {
        Instance order = of(THREE.replace(", \"compensation\": \"refund\"", ""))
                .replies("step.a")
                .faults("step.b", "provider-timeout");
        assertThat(order.status("b")).isEqualTo("STUCK");
        assertThat(order.step("b").work().stuck()).isEqualTo("outcome-unknown");
        assertThat(order.done()).containsExactly("step.a", "step.b", "Notice stuck");
        order.command(new Command.Resolve("b", order.etag("b"), null, JsonText.parseExactly(Instance.problem("no"))));
        assertThat(order.done()).containsExactly("undo.a");
        Instance cancelled =
                of(THREE.replace(", \"compensation\": \"refund\"", "")).replies("step.a");
        cancelled.cancel().faults("step.b", "expired");
        assertThat(cancelled.status("b")).isEqualTo("STUCK");
        assertThat(cancelled.status()).isEqualTo(Status.STUCK);
    }

    @Test
    void whoWantsItUndoneAllTheSameIsToldWhatNobodyKnows() {
        String careless = THREE.replace("\"compensation\": \"refund\"", "\"onUnknown\": \"compensate\"");
        Instance order = of(careless).replies("step.a").faults("step.b", "provider-timeout");
        assertThat(order.done()).containsExactly("step.a", "step.b", "bar step.b", "undo.a");
        order.replies("undo.a");
        assertThat(order.status()).isEqualTo(Status.COMPENSATED);
        assertThat(order.answer().path("unknown").toString()).isEqualTo("[\"b\"]");
        Instance alone = of("[{\"name\": \"b\", \"operation\": \"pay\", \"onUnknown\": \"compensate\"}]");
        alone.faults("step.b", "provider-timeout");
        assertThat(alone.status()).isEqualTo(Status.COMPENSATED);
        assertThat(alone.answer().path("type").asText()).endsWith("process-compensated");
        assertThat(alone.answer().path("unknown").toString()).isEqualTo("[\"b\"]");
        Instance cancelled = of(careless).replies("step.a").cancel();
        cancelled.faults("step.b", "expired").replies("undo.a");
        assertThat(cancelled.answer().path("type").asText()).endsWith("cancelled");
        assertThat(cancelled.answer().path("unknown").toString()).isEqualTo("[\"b\"]");
    }
}
