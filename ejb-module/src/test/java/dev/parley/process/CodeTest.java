package dev.parley.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.BooleanNode;
import dev.parley.conversation.Status;
import dev.parley.process.command.Command;
import dev.parley.process.definition.KnownOffers;
import dev.parley.value.Mappings;
import dev.parley.value.ValueMissing;
import org.junit.jupiter.api.Test;

/** Processes whose values an application's code makes. */
class CodeTest {

    private static final String JSON =
            """
            {"steps": [{"name": "a", "operation": "do", "input": {"$": "/code/a.input"}, "compensation": "undo"},
                       {"name": "c", "choose": [{"when": {"$": "/code/c.when", "is": true},
                          "steps": [{"name": "b", "operation": "do", "input": {"$": "/code/b.input"}}]}]}],
             "reply": {"$": "/code/reply"}}""";

    private final KnownOffers offers = new KnownOffers().beans("do", "undo");
    private String gone = "";
    private int calls;

    private Instance order() {
        Mappings code = (process, name, scope) -> {
            calls++;
            if (name.equals(gone)) {
                throw Mappings.gone(process, name);
            }
            return switch (name) {
                case "c.when" -> BooleanNode.TRUE;
                case "a.input" -> scope.find(JsonPointer.compile("/request"));
                default -> scope.find(JsonPointer.compile("/steps/a/reply"));
            };
        };
        return Instance.coded(offers, code, JSON, "{\"n\": 1}");
    }

    @Test
    void itMakesRequestsConditionsAndTheReply() {
        Instance order = order();
        assertThat(order.ask("step.a").body()).isEqualTo("{\"n\":1}");
        order.replies("step.a");
        assertThat(order.ask("step.b").body()).isEqualTo("{\"of\":\"step.a\"}");
        order.replies("step.b");
        assertThat(order.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(order.answer().path("of").asText()).isEqualTo("step.a");
        assertThat(calls).as("each once").isEqualTo(4);
    }

    @Test
    void whatIsNotThereAnyMoreIsAPersonsUntilItIs() {
        gone = "b.input";
        Instance order = order().replies("step.a");
        assertThat(order.step("b").work().stuck()).isEqualTo("mapping-missing");
        assertThat(order.status()).isEqualTo(Status.STUCK);
        gone = "";
        order.command(new Command.Retry("b", order.etag("b"), null));
        assertThat(order.done()).contains("step.b");
    }

    @Test
    void aConditionIsNotThereAnyMore() {
        gone = "c.when";
        Instance order = order().replies("step.a");
        assertThat(order.step("c").work().stuck()).isEqualTo("mapping-missing");
        gone = "";
        order.command(new Command.Retry("c", order.etag("c"), null));
        order.replies("step.b");
        assertThat(order.status()).isEqualTo(Status.SUCCEEDED);
    }

    @Test
    void theReplyIsNotThereAnyMore() {
        gone = "reply";
        Instance order = order().replies("step.a").replies("step.b");
        assertThat(order.step("reply").work().stuck()).isEqualTo("mapping-missing");
    }

    @Test
    void itThrows() {
        Mappings code = (process, name, scope) -> {
            throw new ValueMissing(ValueMissing.Reason.MAPPING_FAILED, "It has thrown");
        };
        Instance order = Instance.coded(offers, code, JSON, "{}");
        assertThat(order.step("a").work().stuck()).isEqualTo("mapping-failed");
    }
}
