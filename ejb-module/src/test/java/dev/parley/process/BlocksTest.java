package dev.parley.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Status;
import dev.parley.message.JsonText;
import dev.parley.message.MessageKind;
import dev.parley.process.command.Command;
import dev.parley.process.definition.KnownOffers;
import dev.parley.process.event.AnswerMessage;
import dev.parley.process.event.CameLate;
import dev.parley.process.event.Recalled;
import dev.parley.process.event.Told;
import dev.parley.process.rule.ProcessSettings;
import dev.parley.process.state.StepId;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Steps that have others in them, and steps that wait. */
class BlocksTest {

    private static final String PARALLEL =
            """
            [{"name": "z", "operation": "do", "compensation": "undo"},
             {"name": "p", "parallel": [[{"name": "a", "operation": "do", "compensation": "undo"}, {"name": "b", "operation": "do", "compensation": "undo"}],
                                        [{"name": "c", "operation": "do", "compensation": "undo"}, {"name": "d", "operation": "do", "compensation": "undo"}]]},
             {"name": "e", "operation": "do"}]
            """;

    /** As much as can be configured. */
    private static final ProcessSettings ROOMY =
            new ProcessSettings(64 * 1024 * 1024, 1000, Duration.ofSeconds(1), Duration.ofMinutes(5), 16);

    private final KnownOffers offers = new KnownOffers().beans("do", "undo").providers("far");

    private Instance of(String steps) {
        return Instance.of(offers, steps);
    }

    private Instance with(String request, String steps) {
        return Instance.of(offers, ProcessSettings.DEFAULT, "{\"steps\": " + steps + "}", request);
    }

    @Test
    void branchesRunAtTheSameTimeAndAreJoined() {
        Instance order = of(PARALLEL)
                .replies("step.z")
                .replies("step.c")
                .replies("step.a")
                .replies("step.d");
        assertThat(order.status("p")).isEqualTo("RUNNING");
        order.replies("step.b");
        assertThat(order.status("p")).isEqualTo("SUCCEEDED");
        assertThat(order.done()).containsExactly("step.z", "step.a", "step.c", "step.d", "step.b", "step.e");
    }

    @Test
    void whenOneFailsNoneBeginsAnotherAndEachIsUndoneInReverse() {
        Instance order = of(PARALLEL).replies("step.z").replies("step.a").faults("step.c", "no");
        assertThat(order.done()).containsExactly("step.z", "step.a", "step.c", "step.b");
        assertThat(order.status()).isEqualTo(Status.COMPENSATING);
        order.replies("step.b");
        assertThat(order.done()).containsExactly("undo.b");
        order.replies("undo.b").replies("undo.a");
        assertThat(order.done()).containsExactly("undo.a", "undo.z");
        order.replies("undo.z");
        assertThat(order.done()).containsExactly("Fault process-compensated");
    }

    @Test
    void branchesAreUndoneAtTheSameTimeOrInTheOrderOfTheirEnd() {
        Instance order = of(PARALLEL)
                .replies("step.z")
                .replies("step.a")
                .replies("step.c")
                .replies("step.d")
                .replies("step.b");
        order.done();
        order.faults("step.e", "no");
        assertThat(order.done()).containsExactly("undo.b", "undo.d");
        order.replies("undo.d");
        assertThat(order.done()).containsExactly("undo.c");
        Instance serial = of(PARALLEL.replace("\"name\": \"p\",", "\"name\": \"p\", \"undo\": \"serial\","));
        serial.replies("step.z")
                .replies("step.a")
                .replies("step.c")
                .replies("step.d")
                .replies("step.b");
        serial.done();
        serial.faults("step.e", "no")
                .replies("undo.b")
                .replies("undo.d")
                .replies("undo.c")
                .replies("undo.a");
        assertThat(serial.done()).containsExactly("undo.b", "undo.d", "undo.c", "undo.a", "undo.z");
    }

    /** What waits for another attempt is given up, and what it came after is not undone before its turn. */
    @Test
    void aBranchThatWaitsIsUndoneInItsTurn() {
        Instance serial = of(PARALLEL.replace("\"name\": \"p\",", "\"name\": \"p\", \"undo\": \"serial\",")
                        .replace("\"name\": \"b\",", "\"name\": \"b\", \"retry\": {\"attempts\": 3},"))
                .replies("step.z")
                .replies("step.a")
                .replies("step.c")
                .faults("step.b", "operation-failed");
        assertThat(serial.status("b")).isEqualTo("WAITING");
        serial.done();
        serial.faults("step.d", "no");
        assertThat(serial.status("b")).isEqualTo("CANCELLED");
        assertThat(serial.done()).as("it was done last").containsExactly("undo.c");
        serial.replies("undo.c").replies("undo.a");
        assertThat(serial.done()).containsExactly("undo.a", "undo.z");
    }

    /** Round 1 is not round 10. */
    @Test
    void roundsWithNumbersThatBeginAlikeAreOthers() {
        StepId tenth = StepId.of("a.10");
        assertThat(tenth.isIn("")).isTrue();
        assertThat(tenth.isIn(".10")).isTrue();
        assertThat(tenth.isIn(".1")).isFalse();
        assertThat(StepId.of("a.1.0").isIn(".1")).isTrue();
        assertThat(StepId.of("a.1").isIn(".1.0")).isFalse();
        assertThat(StepId.of("a").isIn("")).isTrue();
    }

    @Test
    void aPivotInAChoiceIsDoneInTheMiddleOfACancel() {
        Instance order = of(
                """
                [{"name": "a", "operation": "do", "compensation": "undo"},
                 {"name": "c", "choose": [{"otherwise": [{"name": "p", "operation": "far", "pivot": true},
                                                         {"name": "q", "operation": "do"}]}]},
                 {"name": "e", "operation": "do"}]
                """);
        order.replies("step.a").cancel();
        assertThat(order.status()).isEqualTo(Status.COMPENSATING);
        order.replies("step.p");
        assertThat(order.notes()).contains("past-pivot");
        assertThat(order.status("c")).isEqualTo("RUNNING");
        order.replies("step.q").replies("step.e");
        assertThat(order.status()).isEqualTo(Status.SUCCEEDED);
    }

    @Test
    void aStuckBranchHoldsUpWhatCameBeforeAndNotTheOthers() {
        Instance order = of(PARALLEL)
                .replies("step.z")
                .replies("step.a")
                .replies("step.c")
                .replies("step.d")
                .replies("step.b");
        order.faults("step.e", "no");
        order.done();
        order.faults("undo.b", "no").replies("undo.d").replies("undo.c");
        assertThat(order.done()).containsExactly("Notice stuck", "undo.c");
        assertThat(order.status("z")).isEqualTo("SUCCEEDED");
        assertThat(order.status()).isEqualTo(Status.STUCK);
    }

    @Test
    void whatRunsIsWithdrawnWhereThatIsWanted() {
        Instance order = of(PARALLEL.replace("\"name\": \"p\",", "\"name\": \"p\", \"onFault\": \"cancel\","));
        order.replies("step.z").faults("step.c", "no").faults("step.a", "withdrawn");
        assertThat(order.done()).containsExactly("step.z", "step.a", "step.c", "bar step.a", "undo.z");
    }

    @Test
    void theFirstWinsAndLosersAreUndone() {
        Instance order = of(
                """
                [{"name": "p", "join": "first", "parallel": [[{"name": "a", "operation": "do", "compensation": "undo"}, {"name": "b", "operation": "do"}],
                                                            [{"name": "c", "operation": "do", "compensation": "undo"}],
                                                            [{"name": "d", "operation": "do"}]]},
                 {"name": "e", "operation": "do", "input": {"won": {"$": "/steps/p/reply"}}}]
                """);
        order.replies("step.a").faults("step.d", "no").replies("step.c", "{\"w\": 1}");
        assertThat(order.ask("step.e").body()).isEqualTo("{\"won\":{\"w\":1}}");
        assertThat(order.done()).containsExactly("step.a", "step.c", "step.d", "step.b", "bar step.b", "step.e");
        order.faults("step.b", "withdrawn");
        assertThat(order.done()).containsExactly("undo.a");
        order.replies("step.e");
        assertThat(order.status()).isEqualTo(Status.RUNNING);
        order.replies("undo.a");
        assertThat(order.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(order.status("c")).isEqualTo("SUCCEEDED");
    }

    @Test
    void aQuorumThatCannotBeReachedAnyMoreFails() {
        Instance order = of(
                """
                [{"name": "p", "join": "quorum:2", "parallel": [[{"name": "a", "operation": "do", "compensation": "undo"}], [{"name": "b", "operation": "do"}], [{"name": "c", "operation": "do"}]]}]
                """);
        order.replies("step.a").faults("step.b", "no");
        assertThat(order.status()).isEqualTo(Status.RUNNING);
        order.faults("step.c", "never");
        order.replies("undo.a");
        assertThat(order.answer().path("cause").path("type").asText()).endsWith("never");
        assertThat(order.status()).isEqualTo(Status.COMPENSATED);
    }

    @Test
    void aFailedBranchOfAQuorumIsUndoneWhileTheOthersGoOn() {
        Instance order = of(
                """
                [{"name": "p", "join": "quorum:1", "parallel": [[{"name": "a", "operation": "do", "compensation": "undo"}, {"name": "b", "operation": "do"}], [{"name": "c", "operation": "do"}]]}]
                """);
        order.replies("step.a").faults("step.b", "no");
        assertThat(order.done()).containsExactly("step.a", "step.c", "step.b", "undo.a");
        order.replies("undo.a").faults("step.c", "too");
        assertThat(order.answer().path("cause").path("type").asText()).endsWith("too");
    }

    @Test
    void theFirstListWhoseConditionHoldsIsChosen() {
        String steps =
                """
                [{"name": "s", "choose": [{"when": {"$": "/request/n", "more": 10}, "steps": [{"name": "a", "operation": "do"}]},
                                          {"when": {"$": "/request/n", "more": 5}, "steps": [{"name": "b", "operation": "do"}]}]},
                 {"name": "c", "operation": "do"}]
                """;
        assertThat(with("{\"n\": 11}", steps).done()).containsExactly("step.a");
        assertThat(with("{\"n\": 10}", steps).done()).containsExactly("step.b");
        Instance none = with("{\"n\": 1}", steps);
        assertThat(none.done()).containsExactly("step.c");
        assertThat(none.status("s")).isEqualTo("SKIPPED");
    }

    private static final String EACH =
            """
            [{"name": "l", "forEach": {"$": "/request/l"}, "as": "line", "parallelism": 2,
              "steps": [{"name": "a", "operation": "do", "input": {"n": {"$": "/line/n"}}, "compensation": "undo"},
                        {"name": "b", "operation": "do", "input": {"n": {"$": "/steps/a/reply/of"}}}]},
             {"name": "c", "operation": "do", "input": {"all": {"$": "/steps/l/reply"}}}]
            """;

    @Test
    void eachItemHasARoundAndARoundItsOwnReplies() {
        Instance order = with("{\"l\": [{\"n\": 1}, {\"n\": 2}, {\"n\": 3}]}", EACH);
        assertThat(order.ask("step.a.1").body()).isEqualTo("{\"n\":2}");
        order.replies("step.a.1");
        assertThat(order.ask("step.b.1").body()).isEqualTo("{\"n\":\"step.a.1\"}");
        order.replies("step.b.1");
        assertThat(order.done()).containsExactly("step.a.0", "step.a.1", "step.b.1", "step.a.2");
        order.replies("step.a.0").replies("step.b.0").replies("step.a.2").replies("step.b.2");
        assertThat(order.ask("step.c").body())
                .isEqualTo("{\"all\":[{\"of\":\"step.b.0\"},{\"of\":\"step.b.1\"},{\"of\":\"step.b.2\"}]}");
    }

    @Test
    void roundsAreUndoneWithTheirData() {
        Instance order = with("{\"l\": [{\"n\": 1}, {\"n\": 2}, {\"n\": 3}]}", EACH);
        order.replies("step.a.1").replies("step.b.1").replies("step.a.0").faults("step.b.0", "no");
        order.done();
        order.replies("step.a.2");
        assertThat(order.done()).containsExactly("undo.a.2");
        assertThat(order.status("a.1")).isEqualTo("COMPENSATING");
    }

    @Test
    void anEmptyListIsDoneAtOnceAndOneThatIsTooLongIsRefused() {
        assertThat(with("{\"l\": []}", EACH).done()).containsExactly("step.c");
        Instance order = with("{\"l\": " + Collections.nCopies(600, 1) + "}", EACH);
        assertThat(order.step("l").work().stuck()).isEqualTo("too-many-steps");
        assertThat(with("{\"l\": 5}", EACH).step("l").work().stuck()).isEqualTo("value-invalid");
    }

    @Test
    void aBlockWhoseFaultIsPassedOverIsUndoneAndThenPassedOver() {
        Instance order = of(
                """
                [{"name": "z", "operation": "do", "compensation": "undo"},
                 {"name": "s", "onFault": "ignore", "choose": [{"otherwise": [{"name": "a", "operation": "do", "compensation": "undo"}, {"name": "b", "operation": "do"}]}]},
                 {"name": "t", "onFault": {"no": "d"}, "choose": [{"otherwise": [{"name": "c", "operation": "do"}]}]},
                 {"name": "x", "operation": "do"}, {"name": "d", "operation": "do"}]
                """);
        order.replies("step.z").replies("step.a").faults("step.b", "no");
        assertThat(order.status()).isEqualTo(Status.RUNNING);
        order.replies("undo.a");
        assertThat(order.status("s")).isEqualTo("IGNORED");
        order.faults("step.c", "no");
        assertThat(order.status("t")).isEqualTo("FAULTED");
        assertThat(order.done()).containsExactly("step.z", "step.a", "step.b", "undo.a", "step.c", "step.d");
    }

    @Test
    void aBlockMayHaveATime() {
        Instance order = of(
                """
                [{"name": "z", "operation": "do", "compensation": "undo"},
                 {"name": "s", "timeout": "PT10M", "choose": [{"otherwise": [{"name": "a", "operation": "do"}]}]}]
                """);
        order.replies("step.z").after("PT10M").replies("step.a").replies("undo.z");
        assertThat(order.answer().path("cause").path("type").asText()).endsWith("step-timed-out");
    }

    @Test
    void messagesAreAwaitedKeptAndRefused() {
        String steps =
                """
                [{"name": "z", "operation": "do"}, {"name": "a", "await": "approved", "timeout": "PT10M"},
                 {"name": "b", "operation": "do", "input": {"by": {"$": "/messages/approved/by"}}}]
                """;
        Instance order = of(steps).happens(new Told("approved", "m-1", "bob", "{\"by\": \"bob\"}"));
        order.happens(new Told("approved", "m-2", "bob", "{\"by\": \"eve\"}"))
                .happens(new Told("refused", "m-3", "bob", "{}"));
        order.replies("step.z");
        assertThat(order.ask("step.b").body()).isEqualTo("{\"by\":\"bob\"}");
        order.replies("step.b").happens(new Told("approved", "m-4", "bob", "{}"));
        assertThat(answered(order)).containsExactly("m-3 not-wanted", "m-1", "m-2 not-wanted", "m-4 not-wanted");
        Instance missed = of(steps).replies("step.z").after("PT10M");
        assertThat(missed.done()).containsExactly("step.z", "Fault message-missed");
    }

    @Test
    void messagesAreTakenFromWhomTheyAreAwaitedFrom() {
        Instance order = of("[{\"name\": \"a\", \"await\": \"approved\", \"from\": \"user:ann\"}]");
        order.happens(new Told("approved", "m-1", "bob", "{}")).happens(new Told("approved", "m-2", null, "{}"));
        assertThat(order.status("a")).isEqualTo("RUNNING");
        order.happens(new Told("approved", "m-3", "ann", "{}"));
        assertThat(order.conversation.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(answered(order)).containsExactly("m-1 sender-refused", "m-2 sender-refused", "m-3");
    }

    @Test
    void messagesWhoseSenderDoesNotWaitAreNotKept() {
        Instance order = of("[{\"name\": \"z\", \"operation\": \"do\"}, {\"name\": \"a\", \"await\": \"approved\"}]");
        order.happens(new Told("approved", "m-1", "bob", "{}")).happens(new Recalled("m-1"));
        order.replies("step.z");
        assertThat(order.status("a")).isEqualTo("RUNNING");
        assertThat(answered(order)).isEmpty();
    }

    private static List<String> answered(Instance order) {
        return order.effects.stream()
                .filter(AnswerMessage.class::isInstance)
                .map(AnswerMessage.class::cast)
                .map(a -> a.conversationId()
                        + (a.refused() == null ? "" : " " + a.refused().name()))
                .toList();
    }

    @Test
    void timePasses() {
        Instance order = with(
                "{\"at\": \"2026-03-01T10:30:00Z\"}",
                """
                [{"name": "a", "wait": "PT5M"}, {"name": "b", "wait": {"$": "/request/at"}}, {"name": "c", "wait": "2026-01-01T00:00:00Z"},
                 {"name": "d", "operation": "do"}]
                """);
        assertThat(order.conversation.dueAt()).isEqualTo(Instance.BEGIN.plus(Duration.ofMinutes(5)));
        order.after("PT4M");
        assertThat(order.status("a")).isEqualTo("RUNNING");
        order.after("PT1M").after("PT25M");
        assertThat(order.done()).containsExactly("step.d");
    }

    @Test
    void whatWaitsIsNotAwaitedWhenItIsCancelled() {
        Instance order =
                of("[{\"name\": \"z\", \"operation\": \"do\", \"compensation\": \"undo\"}, {\"name\": \"a\", \"await\":"
                        + " \"approved\"}]");
        order.replies("step.z").cancel();
        assertThat(order.status("a")).isEqualTo("CANCELLED");
        assertThat(order.done()).containsExactly("step.z", "undo.z");
    }

    @Test
    void whatIsPausedWhileOneFailsBeginsNothingElse() {
        Instance order = of(PARALLEL).replies("step.z");
        order.command(new Command.Pause());
        order.replies("step.a").faults("step.c", "no");
        order.done();
        order.command(new Command.Resume());
        assertThat(order.done()).containsExactly("undo.a");
    }

    @Test
    void aLateReplyIsBelievedWhereNobodyHasDecidedYet() {
        Instance order =
                of("[{\"name\": \"a\", \"operation\": \"far\", \"retry\": {\"attempts\": 3}}, {\"name\": \"b\","
                        + " \"operation\": \"do\"}]");
        order.faults("step.a", "provider-timeout").happens(new CameLate("step.a", MessageKind.REPLY, "{}"));
        assertThat(order.status("a")).isEqualTo("SUCCEEDED");
        assertThat(order.done()).containsExactly("step.a", "step.b");
    }

    @Test
    void afterThePivotABlockWaitsForAPersonAtTheStepThatFaulted() {
        Instance order = of(
                """
                [{"name": "z", "operation": "do", "pivot": true},
                 {"name": "p", "parallel": [[{"name": "a", "operation": "do"}, {"name": "b", "operation": "do"}], [{"name": "c", "operation": "do"}]]}]
                """);
        order.replies("step.z").faults("step.c", "no").replies("step.a").replies("step.b");
        assertThat(order.status("c")).isEqualTo("STUCK");
        order.command(new Command.Skip("c", order.etag("c"), JsonText.parseExactly("{}")));
        assertThat(order.status()).isEqualTo(Status.SUCCEEDED);
    }

    /** Their number, times that of the steps in each, is more than an int. */
    @Test
    void roundsBeyondAllCountingAreTooMany() {
        String steps = IntStream.range(0, 900)
                .mapToObj("{\"name\": \"s%d\", \"operation\": \"do\"}"::formatted)
                .collect(Collectors.joining(", "));
        String each = "[{\"name\": \"l\", \"forEach\": {\"$\": \"/request/l\"}, \"as\": \"line\", \"steps\": [" + steps
                + "]}]";
        Instance order =
                Instance.of(offers, ROOMY, "{\"steps\": " + each + "}", "{\"l\": [" + "0,".repeat(3_000_000) + "0]}");
        assertThat(order.step("l").work().stuck()).isEqualTo("too-many-steps");
    }
}
