package dev.parley.process.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.message.Refusal;
import dev.parley.message.Violation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProcessReaderTest {

    static final String ORDER =
            """
            {"input": {"type": "object"}, "deadline": "PT1H", "compensateWithin": "P7D",
             "attributes": {"orderId": {"$": "/request/orderId"}},
             "steps": [
              {"name": "stock", "operation": "reserve-stock", "input": {"item": {"$": "/request/item"}}, "compensation": "release-stock"},
              {"name": "both",  "parallel": [[{"name": "pack", "operation": "pack", "compensation": "unpack"}], [{"name": "label", "operation": "label"}]], "join": "all"},
              {"name": "large", "choose": [{"when": {"$": "/request/total", "more": 1000}, "steps": [{"name": "ok", "await": "approved", "from": "user:ann", "timeout": "P2D"}]}, {"otherwise": []}]},
              {"name": "lines", "forEach": {"$": "/request/lines"}, "as": "line", "parallelism": 4, "steps": [{"name": "pick", "operation": "pick", "input": {"line": {"$": "/line"}}, "compensation": "put-back"}]},
              {"name": "night", "wait": "PT8H"},
              {"name": "ship",  "operation": "ship", "pivot": true},
              {"name": "mail",  "operation": "send-mail", "onFault": "ignore"} ],
             "reply": {"tracking": {"$": "/steps/ship/reply/tracking"}}}
            """;

    private final KnownOffers offers = new KnownOffers()
            .beans(
                    "reserve-stock",
                    "release-stock",
                    "pack",
                    "unpack",
                    "label",
                    "pick",
                    "put-back",
                    "ship",
                    "send-mail",
                    "parley.slip");

    private ReadProcess read(String json) {
        return new ProcessReader(DefinitionLimits.DEFAULT, offers).read("place-order", json);
    }

    private List<Violation> errors(String json) {
        return catchThrowableOfType(Refusal.class, () -> read(json)).problem().violations();
    }

    private List<Violation> errorsOf(String steps) {
        return errors("{\"steps\": " + steps + "}");
    }

    @Test
    void theOrderOfTheContractIsRead() {
        ProcessDefinition order = read(ORDER).definition();
        assertThat(order.allSteps().map(Step::name))
                .containsExactly(
                        "stock", "both", "pack", "label", "large", "ok", "lines", "pick", "night", "ship", "mail");
        assertThat(order.deadline()).isEqualTo(Duration.ofHours(1));
        assertThat(order.step("ship")).hasValueSatisfying(s -> assertThat(((Step.Operation) s).pivot())
                .isTrue());
    }

    @Test
    void everyErrorIsSaidWithItsPlace() {
        assertThat(
                        errors(
                                """
                        {"deadline": "soon", "nonsense": 1, "steps": [
                         {"name": "1st", "operation": "pack"},
                         {"operation": "pack", "timeout": "long"},
                         {"name": "both", "operation": "pack", "wait": "PT1H"},
                         {"name": "w", "wait": "tomorrow"},
                         {"name": "a", "operation": "pack", "input": {"x": {"$": "nowhere"}}},
                         {"name": "b", "operation": "pack", "onFault": "explode", "pivot": "yes"}]}
                        """))
                .extracting(Violation::field)
                .contains(
                        "/deadline",
                        "/nonsense",
                        "/steps/0/name",
                        "/steps/1/name",
                        "/steps/1/timeout",
                        "/steps/2",
                        "/steps/3/wait",
                        "/steps/4/input/x/$",
                        "/steps/5/onFault",
                        "/steps/5/pivot");
    }

    @Test
    void whatIsNotThereYetIsRefusedAndSaysSo() {
        assertThat(
                        errorsOf(
                                """
                        [{"name": "a", "operation": "pack", "tentative": {}, "lock": 1, "lockName": "x", "ignoreAtMost": {}},
                         {"name": "b", "agreement": {}}, {"confirm": ["a"]}]
                        """))
                .hasSize(6)
                .allSatisfy(v -> assertThat(v.expected()).contains("not available yet"));
    }

    /** The pointers of a route are the slip's, those of its variables the process's. */
    @Test
    void aSlipIsAnOperationOfItsOwn() {
        assertThat(
                        errorsOf(
                                """
                        [{"name": "route", "slip": {"itinerary": [{"operation": "stamp", "arguments": {"d": {"$": "/variables/doc"}}}],
                                                    "variables": {"doc": {"$": "/request/doc"}}}},
                         {"name": "next", "operation": "pack", "input": {"d": {"$": "/steps/route/reply/variables/doc"}}},
                         {"name": "text", "slip": "stamp"},
                         {"name": "more", "slip": {"itinerary": [], "variables": {"x": {"$": "/variables/doc"}}, "kept": true}}]
                        """))
                .extracting(Violation::field)
                .containsExactlyInAnyOrder("/steps/2/slip", "/steps/3/slip/kept", "/steps/3/slip/variables/x/$");
    }

    @Test
    void pointersPointAtWhatIsKnown() {
        assertThat(
                        errorsOf(
                                """
                        [{"name": "a", "operation": "pack", "input": {"x": {"$": "/steps/b/reply"}}},
                         {"name": "b", "operation": "pack", "input": {"x": {"$": "/steps/a/answer"}, "y": {"$": "/messages/m"}}},
                         {"name": "c", "forEach": {"$": "/request/l"}, "as": "line", "steps": [{"name": "d", "operation": "pack", "input": {"x": {"$": "/line/x"}}}]},
                         {"name": "e", "operation": "pack", "input": {"x": {"$": "/line"}, "y": {"$": "/steps/d/reply"}, "z": {"$": "/steps/c/reply"}}},
                         {"name": "f", "choose": [{"when": {"$": "/process/end", "present": true}, "steps": []}]}]
                        """))
                .extracting(Violation::field)
                .containsExactly(
                        "/steps/0/input/x/$",
                        "/steps/1/input/x/$",
                        "/steps/1/input/y/$",
                        "/steps/3/input/x/$",
                        "/steps/3/input/y/$",
                        "/steps/4/choose/0/when/$");
    }

    @Test
    void branchesDoNotKnowEachOther() {
        assertThat(
                        errorsOf(
                                """
                        [{"name": "p", "parallel": [[{"name": "a", "operation": "pack"}],
                                                    [{"name": "b", "operation": "pack", "input": {"x": {"$": "/steps/a/reply"}}}]]},
                         {"name": "c", "operation": "pack", "input": {"x": {"$": "/steps/a/reply"}}}]
                        """))
                .extracting(Violation::field)
                .containsExactly("/steps/0/parallel/1/0/input/x/$");
    }

    @Test
    void aPathHasOnePivot() {
        assertThat(
                        errorsOf(
                                """
                        [{"name": "c", "choose": [{"when": {"$": "/request", "present": true}, "steps": [{"name": "a", "operation": "ship", "pivot": true}]},
                                                  {"otherwise": [{"name": "b", "operation": "ship", "pivot": true}]}]},
                         {"name": "p", "parallel": [[{"name": "d", "operation": "ship", "pivot": true}]]},
                         {"name": "e", "operation": "ship", "pivot": true}]
                        """))
                .extracting(Violation::field)
                .containsExactly("/steps/1/parallel/0/0/pivot", "/steps/2/pivot");
    }

    @Test
    void namesAreThereOnceAndTargetsComeLater() {
        assertThat(
                        errorsOf(
                                """
                        [{"name": "a", "operation": "pack", "onFault": {"gone": "z", "full": "c"}},
                         {"name": "a", "operation": "pack"},
                         {"name": "reply", "operation": "pack"},
                         {"name": "b", "choose": [{"otherwise": [{"name": "c", "operation": "pack"}]}]}]
                        """))
                .extracting(Violation::field)
                .containsExactlyInAnyOrder(
                        "/steps/1/name", "/steps/2/name", "/steps/0/onFault/gone", "/steps/0/onFault/full");
    }

    @Test
    void stepsThatAreNeverReachedAreRefused() {
        assertThat(
                        errorsOf(
                                """
                        [{"name": "a", "choose": [{"otherwise": []}, {"when": {"$": "/request", "present": true}, "steps": []}]},
                         {"name": "b", "forEach": [], "as": "x", "steps": [{"name": "c", "operation": "pack"}]}]
                        """))
                .extracting(Violation::field)
                .containsExactly("/steps/0/choose/0/otherwise", "/steps/1/forEach");
    }

    @Test
    void operationsAndCompensationsAreThereAndFit() {
        offers.providers("pay", "book")
                .with("pay", KnownOffers.of(Offer.Kind.PROVIDER).compensatedBy("refund"))
                .with("refund", KnownOffers.of(Offer.Kind.BEAN).needingReply())
                .with("child", KnownOffers.of(Offer.Kind.PROCESS).pivoting())
                .with("circle", KnownOffers.of(Offer.Kind.PROCESS).asking("place-order"));
        assertThat(
                        errorsOf(
                                """
                        [{"name": "a", "operation": "nobody"}, {"name": "b", "operation": "pack", "compensation": "nothing"},
                         {"name": "c", "operation": "pay"}, {"name": "d", "operation": "pay", "onUnknown": "stop"},
                         {"name": "e", "operation": "child"}, {"name": "f", "operation": "circle"},
                         {"name": "g", "operation": "pack", "input": [1]}, {"name": "h", "operation": "place-order"}]
                        """))
                .extracting(Violation::field)
                .containsExactly(
                        "/steps/0/operation",
                        "/steps/1/compensation",
                        "/steps/2/compensation",
                        "/steps/4/compensation",
                        "/steps/5/operation",
                        "/steps/6/input",
                        "/steps/7/operation");
    }

    @Test
    void aProviderWithoutAFenceIsWarnedOf() {
        offers.with(
                "pay",
                KnownOffers.of(Offer.Kind.PROVIDER).compensatedBy("unpack").unfenced());
        assertThat(read("{\"steps\": [{\"name\": \"a\", \"operation\": \"pay\"}]}")
                        .warnings())
                .extracting(Violation::field)
                .containsExactly("/steps/0/operation");
    }

    @Test
    void whatIsTooLargeIsRefused() {
        String step = "{\"name\": \"a\", \"operation\": \"pack\"},";
        String many = "[" + step.repeat(10_000).substring(0, step.length() * 5_000 - 1) + "]";
        assertThat(errorsOf(many)).extracting(Violation::field).contains("/steps");
        String deep = "[]";
        for (int i = 0; i < 20; i++) {
            deep = "[{\"name\": \"n" + i + "\", \"choose\": [{\"otherwise\": " + deep + "}]}]";
        }
        assertThat(errorsOf(deep)).extracting(Violation::expected).anyMatch(e -> e.contains("at most 8 deep"));
        assertThat(catchThrowableOfType(Refusal.class, () -> read(" ".repeat(10_000_000)))
                        .problem()
                        .name())
                .isEqualTo("message-too-large");
    }

    private static String inEachOther(int levels, String innermost) {
        String steps = innermost;
        for (int i = levels - 1; i >= 0; i--) {
            steps = "[{\"name\": \"n" + i + "\", \"parallel\": [" + steps + "]}]";
        }
        return steps;
    }

    /** However deep it is, also where nobody reads JSON that deep any more, it is said where and what the limit is. */
    @Test
    void whatIsTooDeepIsNamed() {
        String ninth = "/steps" + "/0/parallel/0".repeat(9);
        for (int levels : new int[] {9, 20, 100, 1_000}) {
            assertThat(errorsOf(inEachOther(levels, "[{\"name\": \"a\", \"operation\": \"pack\"}]")))
                    .as(levels + " levels")
                    .containsExactly(new Violation(ninth, "blocks that are at most 8 deep in each other"));
        }
        read("{\"steps\": " + inEachOther(8, "[{\"name\": \"a\", \"operation\": \"pack\"}]") + "}");
    }

    @Test
    void aValueThatIsTooDeepIsNamed() {
        String deep = "[".repeat(300) + "]".repeat(300);
        assertThat(errorsOf("[{\"name\": \"a\", \"operation\": \"pack\", \"input\": {\"x\": " + deep + "}}]"))
                .containsExactly(new Violation("/steps/0/input/x" + "/0".repeat(196), "JSON that is at most 200 deep"));
        assertThat(catchThrowableOfType(Refusal.class, () -> read(deep + "]"))
                        .problem()
                        .name())
                .isEqualTo("body-not-json");
    }

    @Test
    void theSameContentIsTheSameVersion() {
        String one = "{\"steps\": [{\"name\": \"a\", \"operation\": \"pack\", \"input\": {\"x\": 1.0, \"y\": 2}}]}";
        String same =
                "{\"deadline\": null, \"steps\": [{\"input\": {\"y\": 2.00, \"x\": 1}, \"operation\": \"pack\", \"name\": \"a\"}]}";
        assertThat(read(one).definition().hash())
                .isEqualTo(read(same).definition().hash());
        assertThat(read(one.replace("1.0", "1.1")).definition().hash())
                .isNotEqualTo(read(one).definition().hash());
    }

    @Test
    void versionsDifferByStepsNotByLines() {
        String other = ORDER.replace("{\"name\": \"night\", \"wait\": \"PT8H\"},", "")
                .replace("\"more\": 1000", "\"more\": 2000")
                .replace("\"deadline\": \"PT1H\"", "\"deadline\": \"PT2H\"");
        assertThat(DefinitionDiff.between(read(ORDER).definition(), read(other).definition()))
                .extracting(c -> c.step() + "/" + c.member())
                .containsExactly("null/deadline", "large/when", "night/null", "ship/after");
    }

    @Test
    void thePictureHasEveryStep() {
        String picture = Mermaid.of(read(ORDER).definition(), offers);
        assertThat(picture).startsWith("flowchart TD\n").contains("s_stock -. undo .-> s_stock_undo>release-stock]");
        assertThat(picture).contains("s_lines -- \"each line\" --> s_pick", "s_ship[[\"ship: ship, pivot\"]]");
    }

    @Test
    void retriesAreReadAsInTheDirectory() {
        var step =
                read("""
                        {"steps": [{"name": "a", "operation": "pack", "retry": {"attempts": 3, "backoff": "PT2S"}, "onFault": {"gone": "b"}},
                                   {"name": "b", "operation": "pack", "onUnknown": "stop"}]}
                        """)
                        .definition()
                        .steps()
                        .get(0)
                        .head();
        assertThat(step.retry()).satisfies(r -> assertThat(r.attempts()).isEqualTo(3));
        assertThat(step.onFault().goTo()).isEqualTo(Map.of("gone", "b"));
    }

    @Test
    void aWaitHasNoTimeout() {
        assertThat(errorsOf("[{\"name\": \"w\", \"wait\": \"PT1H\", \"timeout\": \"PT1M\"}]"))
                .extracting(Violation::field)
                .containsExactly("/steps/0/timeout");
    }

    @Test
    void thePictureHasWhatUndoesAStepByItself() {
        offers.with("pay", KnownOffers.of(Offer.Kind.BEAN).compensatedBy("unpack"));
        String steps = "{\"steps\": [{\"name\": \"a\", \"operation\": \"pay\"}]}";
        assertThat(Mermaid.of(read(steps).definition(), offers)).contains("s_a -. undo .-> s_a_undo>unpack]");
    }

    @Test
    void aStepThatNothingUndoesIsWarnedOf() {
        offers.providers("look")
                .with("known", KnownOffers.of(Offer.Kind.PROVIDER).withOutcome("pack"));
        String steps =
                """
                {"steps": [{"name": "a", "operation": "look"}, {"name": "b", "operation": "look", "onUnknown": "stop"},
                           {"name": "c", "operation": "look", "onUnknown": "compensate"},
                           {"name": "d", "operation": "look", "onFault": "ignore"}, {"name": "e", "operation": "known"},
                           {"name": "f", "operation": "pack"}, {"name": "g", "operation": "look", "pivot": true}]}
                """;
        assertThat(read(steps).warnings())
                .extracting(Violation::field)
                .containsExactly("/steps/0/compensation", "/steps/2/compensation");
    }

    @Test
    void whoeverSaysWhatCameOfAStepHasToBeThere() {
        offers.with("known", KnownOffers.of(Offer.Kind.PROVIDER).withOutcome("nowhere"));
        String steps = "{\"steps\": [{\"name\": \"a\", \"operation\": \"known\"}]}";
        assertThat(errors(steps)).extracting(Violation::field).containsExactly("/steps/0/operation");
        assertThat(read(steps.replace("}]}", ", \"onUnknown\": \"stop\"}]}")).definition())
                .isNotNull();
    }

    @Test
    void listsWithoutStepsAreRefusedWhereTheyCanOnlyBeAMistake() {
        assertThat(errorsOf("[]")).extracting(Violation::field).containsExactly("/steps");
        assertThat(errorsOf("[{\"name\": \"a\", \"forEach\": {\"$\": \"/request/l\"}, \"as\": \"i\", \"steps\": []}]"))
                .extracting(Violation::field)
                .containsExactly("/steps/0/steps");
        read("{\"steps\": [{\"name\": \"a\", \"choose\": [{\"otherwise\": []}]}]}");
        new ProcessReader(DefinitionLimits.DEFAULT, offers).stored("empty", "{\"steps\": []}");
    }

    @Test
    void whatIsWrongWithOperationsIsSaidBesideAllElse() {
        assertThat(
                        errors(
                                """
                        {"nonsense": 1, "steps": [
                         {"name": "a", "operation": "nobody"},
                         {"name": "b", "operation": "not a name"},
                         {"name": "c", "operation": "pack", "input": {"x": {"$": "nowhere"}}, "compensation": "nobody"}]}
                        """))
                .extracting(Violation::field)
                .containsExactlyInAnyOrder(
                        "/nonsense",
                        "/steps/0/operation",
                        "/steps/1/operation",
                        "/steps/2/input/x/$",
                        "/steps/2/compensation");
    }
}
