package dev.parley.process.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.parley.Steps;
import dev.parley.message.JsonText;
import dev.parley.process.definition.DefinitionLimits;
import dev.parley.process.definition.KnownOffers;
import dev.parley.process.definition.Offer;
import dev.parley.process.definition.ProcessReader;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What code builds is what somebody would have written. */
class BuiltStepsTest {

    private final Steps.Of<String> order = BuiltSteps.begin();
    private final Steps.Step<String, Integer> stock = order.step("stock", "reserve", Integer.class)
            .input(o -> o.request())
            .compensatedBy("release")
            .timeout(Duration.ofMinutes(1))
            .retry(3, Duration.ofSeconds(1))
            .onFault("ignore")
            .onUnknown("stop");

    private static BuiltProcess built(Steps steps) {
        return ((BuiltSteps<?>) steps).built();
    }

    private void assertThatItIs(Steps steps, String json) {
        assertThat(built(steps).definition()).isEqualTo(JsonText.parseExactly(json));
    }

    @Test
    void aStepHasWhatWasSaidOfIt() {
        assertThatItIs(
                order.then(stock).then(order.step("plain", "ask", String.class)),
                """
                {"steps": [{"name": "stock", "operation": "reserve", "compensation": "release", "timeout": "PT1M",
                            "retry": {"attempts": 3, "backoff": "PT1S"}, "onFault": "ignore", "onUnknown": "stop",
                            "input": {"$": "/code/stock.input"}},
                           {"name": "plain", "operation": "ask"}]}""");
    }

    @Test
    void blocksHaveRowsThatWereBegunAnew() {
        var pack = order.step("pack", "pack", String.class);
        assertThatItIs(
                order.parallel("both", List.of(order.then(pack), order.pause("rest", Duration.ofHours(8))))
                        .choose("large", o -> true, order.await("ok", "approved", Duration.ofDays(2)), order)
                        .forEach("lines", o -> List.of(1), order.then(order.step("pick", "pick", String.class)))
                        .pivot("ship", "ship", String.class, o -> "x")
                        .reply(o -> "y"),
                """
                {"steps": [{"name": "both", "parallel": [[{"name": "pack", "operation": "pack"}], [{"name": "rest", "wait": "PT8H"}]]},
                           {"name": "large", "choose": [{"when": {"$": "/code/large.when", "is": true},
                              "steps": [{"name": "ok", "await": "approved", "timeout": "PT48H"}]}, {"otherwise": []}]},
                           {"name": "lines", "forEach": {"$": "/code/lines.items"}, "as": "lines", "steps": [{"name": "pick", "operation": "pick"}]},
                           {"name": "ship", "operation": "ship", "pivot": true, "input": {"$": "/code/ship.input"}}],
                 "reply": {"$": "/code/reply"}}""");
    }

    /** What code says, JSON says: it is one definition. */
    @Test
    void bothFormsAreOneDefinition() {
        var reserve = order.step("stock", "reserve", Integer.class)
                .goTo("out-of-stock", "later")
                .goTo("closed", "done");
        var ask = order.step("ask", "ask", String.class);
        Steps built = order.attribute("orderId", "/request/orderId")
                .then(reserve)
                .parallel("bids", "quorum:1", List.of(order.then(ask), order.pause("rest", Duration.ofHours(8))))
                .timeout(Duration.ofHours(9))
                .onFault("ignore")
                .then(order.message("ok", "approved")
                        .from("role:approver")
                        .key("orderId", "/message/orderId")
                        .timeout(Duration.ofDays(2))
                        .goTo("message-missed", "done"))
                .then(order.message("votes", "vote").collect(3).onFault("stop"))
                .pause("later", Duration.ofHours(1))
                .parallel("race", "first", List.of(order.pause("a", Duration.ofHours(2))))
                .goTo("step-timed-out", "done")
                .then(order.message("again", "restart")
                        .key("orderId", "/message/orderId")
                        .start())
                .pause("done", Duration.ofHours(3));
        String json =
                """
                {"attributes": {"orderId": {"$": "/request/orderId"}},
                 "steps": [
                  {"name": "stock", "operation": "reserve", "onFault": {"out-of-stock": "later", "closed": "done"}},
                  {"name": "bids", "parallel": [[{"name": "ask", "operation": "ask"}], [{"name": "rest", "wait": "PT8H"}]],
                   "join": "quorum:1", "timeout": "PT9H", "onFault": "ignore"},
                  {"name": "ok", "await": "approved", "from": "role:approver", "key": {"orderId": {"$": "/message/orderId"}},
                   "timeout": "PT48H", "onFault": {"message-missed": "done"}},
                  {"name": "votes", "await": "vote", "collect": {"atMost": 3}, "onFault": "stop"},
                  {"name": "later", "wait": "PT1H"},
                  {"name": "race", "parallel": [[{"name": "a", "wait": "PT2H"}]], "join": "first",
                   "onFault": {"step-timed-out": "done"}},
                  {"name": "again", "await": "restart", "key": {"orderId": {"$": "/message/orderId"}}, "start": true},
                  {"name": "done", "wait": "PT3H"}]}""";
        assertThatItIs(built, json);
        KnownOffers offers = new KnownOffers().beans("reserve", "ask");
        var written = new ProcessReader(DefinitionLimits.DEFAULT, offers).read("order", json);
        var coded = ProcessReader.ofCode(DefinitionLimits.DEFAULT, offers)
                .read("order", built(built).definition().toString());
        assertThat(coded.definition()).isEqualTo(written.definition());
    }

    @Test
    void nothingIsSaidOfWhatIsNotThere() {
        assertThat(catchThrowable(() -> order.onFault("ignore"))).hasMessageContaining("no step yet");
    }

    @Test
    void theCodeIsKnownByTheNamesInIt() {
        assertThat(built(order.parallel("p", List.of(order.then(stock)))
                                .choose("c", o -> true, order, order)
                                .reply(o -> "y"))
                        .code())
                .containsOnlyKeys("stock.input", "c.when", "reply");
    }

    /** Only an application has code; what it asks may come later. */
    @Test
    void itIsReadAsWhatItIs() {
        String json = built(order.then(stock)).definition().toString();
        KnownOffers nobody = new KnownOffers();
        var read = ProcessReader.ofCode(DefinitionLimits.DEFAULT, nobody).read("order", json);
        assertThat(read.definition().allSteps()).hasSize(1);
        assertThat(read.warnings()).hasSize(1);
        KnownOffers all = new KnownOffers().beans("reserve", "release").with("x", KnownOffers.of(Offer.Kind.BEAN));
        assertThat(catchThrowable(() -> new ProcessReader(DefinitionLimits.DEFAULT, all).read("order", json)))
                .hasMessageContaining("body-invalid");
    }
}
