package dev.parley.it.process;

import static dev.parley.it.client.Samples.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.Asked;
import dev.parley.it.client.Instance;
import dev.parley.it.client.Json;
import dev.parley.it.server.ParleyServer;
import org.junit.jupiter.api.Test;

class StepsAreInBlocksIT extends ProcessTest {

    StepsAreInBlocksIT(ParleyServer server) {
        super(server);
    }

    @Test
    void branchesRunAtTheSameTime() {
        enterPaul("PT10M");
        define(steps("{\"name\":\"both\",\"parallel\":[[" + quoted() + "],[" + STOCK + "," + PAY + "]]}"));
        Instance order = start();

        Asked asked = paul.next();
        order.await("pay", "SUCCEEDED");
        paul.reply(asked, "{}");

        assertThat(order.end().path("status").asText()).isEqualTo("SUCCEEDED");
        assertThat(order.statuses()).containsEntry("both", "SUCCEEDED");
    }

    @Test
    void whereOneBranchFailsAllAreUndone() {
        enterPaul("PT10M");
        define(steps("{\"name\":\"both\",\"parallel\":[[" + quoted() + "],[" + STOCK + "," + UNICORN + "]]}"));
        Instance order = start();
        Asked asked = paul.next();
        order.await("unicorn", "FAULTED");

        paul.reply(asked, "{}");
        paul.reply(paul.next(), "{}");

        JsonNode ended = order.end();
        assertThat(ended.path("status").asText()).isEqualTo("COMPENSATED");
        assertThat(ended.path("fault").path("compensated").toString()).contains("stock", "quote");
    }

    @Test
    void theFirstBranchWinsAndTheOthersAreUndone() {
        enterPaul("PT10M");
        define("{\"steps\":[{\"name\":\"race\",\"parallel\":[[" + quoted() + "],[" + STOCK
                + "]],\"join\":\"first\"}],\"reply\":{\"won\":{\"$\":\"/steps/race/reply/item\"}}}");
        Instance order = start();
        Asked asked = paul.next();
        order.await("stock", "SUCCEEDED");

        paul.reply(asked, "{}");
        paul.reply(paul.next(), "{}");

        JsonNode ended = order.end();
        assertThat(ended.path("status").asText()).isEqualTo("SUCCEEDED");
        assertThat(ended.path("reply").path("won").asText()).isEqualTo("lamp");
        assertThat(order.statuses()).containsEntry("quote", "COMPENSATED").containsEntry("stock", "SUCCEEDED");
    }

    @Test
    void theFirstListWhoseConditionHoldsIsChosen() {
        define(steps("{\"name\":\"large\",\"choose\":[{\"when\":{\"$\":\"/request/total\",\"more\":1000},\"steps\":["
                + STOCK + "]},{\"otherwise\":[" + PAY + "]}]}"));

        Instance large = start(Json.object("total", 1001, "card", "5100000000000001"));
        Instance small = start(Json.object("total", 1000, "card", "5100000000000001"));

        assertThat(large.end().path("status").asText()).isEqualTo("SUCCEEDED");
        assertThat(large.statuses()).containsOnlyKeys("large", "stock");
        assertThat(small.end().path("status").asText()).isEqualTo("SUCCEEDED");
        assertThat(small.statuses()).containsOnlyKeys("large", "pay");
    }

    private static String lines() {
        return "{\"name\":\"lines\",\"forEach\":{\"$\":\"/request/lines\"},\"as\":\"line\",\"parallelism\":2,\"steps\":["
                + "{\"name\":\"pick\",\"operation\":\"reserve-stock\",\"input\":{\"$\":\"/line\"}}]}";
    }

    @Test
    void thereIsARoundForEachItem() {
        define("{\"steps\":[" + lines() + "],\"reply\":{\"picked\":{\"$\":\"/steps/lines/reply\"}}}");

        Instance order = start("{\"lines\":[{\"item\":\"a\",\"quantity\":1},{\"item\":\"b\",\"quantity\":2},"
                + "{\"item\":\"c\",\"quantity\":3}]}");

        JsonNode ended = order.end();
        assertThat(ended.path("status").asText()).isEqualTo("SUCCEEDED");
        assertThat(ended.path("reply").path("picked").findValuesAsText("item")).containsExactly("a", "b", "c");
        assertThat(order.statuses()).containsOnlyKeys("lines", "pick.0", "pick.1", "pick.2");
    }

    @Test
    void roundsAreUndoneWithTheirOwnData() {
        define(steps(lines()));

        Instance order = start("{\"lines\":[{\"item\":\"a\",\"quantity\":1},{\"item\":\"b\",\"quantity\":2},"
                + "{\"item\":\"unicorn\",\"quantity\":3}]}");

        JsonNode ended = order.end();
        assertThat(ended.path("status").asText()).isEqualTo("COMPENSATED");
        assertThat(ended.path("fault").path("compensated").toString()).contains("pick.0", "pick.1");
        assertThat(order.statuses()).containsEntry("pick.2", "FAULTED");
    }

    @Test
    void timePasses() {
        define(steps("{\"name\":\"night\",\"wait\":\"PT1S\"}", STOCK));
        Instance order = start();

        assertThat(order.step("night").path("until").asText()).isNotBlank();

        assertThat(order.end().path("status").asText()).isEqualTo("SUCCEEDED");
    }

    @Test
    void aProcessAsksAnother() {
        String inner = fresh("inner");
        define(inner, "{\"steps\":[" + STOCK + "],\"reply\":{\"id\":{\"$\":\"/steps/stock/reply/reservationId\"}}}");
        define("{\"steps\":[{\"name\":\"inner\",\"operation\":\"" + inner
                + "\",\"compensation\":\"record-visit\"}],\"reply\":{\"$\":\"/steps/inner/reply\"}}");

        JsonNode ended = start().end();

        assertThat(ended.path("status").asText()).isEqualTo("SUCCEEDED");
        assertThat(ended.path("reply").path("id").asText()).isNotBlank();
    }

    @Test
    void aProcessThatAnotherAsksUndoesItselfAndFaults() {
        String inner = fresh("inner");
        define(inner, steps(STOCK, UNICORN));
        define(steps(PAY, "{\"name\":\"inner\",\"operation\":\"" + inner + "\",\"compensation\":\"record-visit\"}"));
        Instance order = start();

        JsonNode ended = order.end();

        assertThat(ended.path("status").asText()).isEqualTo("COMPENSATED");
        assertThat(ended.path("fault").path("compensated").toString()).isEqualTo("[\"pay\"]");
        assertThat(type(ended.path("fault").path("cause"))).isEqualTo("process-compensated");
        assertThat(order.statuses()).containsEntry("inner", "FAULTED");
    }
}
