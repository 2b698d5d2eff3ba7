package dev.parley.it.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.Instance;
import dev.parley.it.client.Json;
import dev.parley.it.server.ParleyServer;
import org.junit.jupiter.api.Test;

/** The sample's gifts are a process that a method has built when it was deployed. */
class ProcessIsWrittenInCodeIT extends ProcessTest {

    private static final String GIFT = "send-gift";

    ProcessIsWrittenInCodeIT(ParleyServer server) {
        super(server);
    }

    private Instance send(int price, String card) {
        HttpAnswer accepted = alice.operation(GIFT)
                .body(Json.object("item", "lamp", "price", price, "card", card))
                .send();
        assertThat(accepted.status()).as(accepted.toString()).isEqualTo(202);
        return new Instance(alice, accepted.location());
    }

    @Test
    void itIsListedAndDrawnAsAnyOther() {
        JsonNode shown = alice.process(GIFT).send().json();

        assertThat(shown.path("deadline").asText()).isEqualTo("PT1H");
        assertThat(shown.path("input")
                        .path("properties")
                        .path("item")
                        .path("maxLength")
                        .asInt())
                .isEqualTo(100);
        assertThat(shown.path("steps").path(0).path("parallel").path(0).path(0).path("input"))
                .isEqualTo(Json.parse("{\"$\":\"/code/stock.input\"}"));
        assertThat(alice.process(GIFT).query("format", "mermaid").send().text())
                .contains("stock: reserve-stock", "wrap: wrap-gift", "unwrap-gift");
        assertThat(alice.process(GIFT + "/problems").send().json().path("problems"))
                .isEmpty();
    }

    @Test
    void itsCodeMakesRequestsAndReply() {
        JsonNode ended = send(40, "5100000000000001").end();

        assertThat(ended.path("status").asText()).as(ended.toString()).isEqualTo("SUCCEEDED");
        assertThat(ended.path("reply").path("paper").asText()).isEqualTo("blue");
        assertThat(ended.path("reply").path("payment").asText()).isNotBlank();
    }

    @Test
    void itsCodeChooses() {
        Instance gift = send(400, "5100000000000001").await("ask", "RUNNING");

        assertThat(gift.command("cancel", null).send().status()).isEqualTo(202);

        assertThat(gift.end().path("status").asText()).isEqualTo("CANCELLED");
        assertThat(gift.statuses()).containsEntry("wrap", "COMPENSATED").containsEntry("pay", "COMPENSATED");
    }

    /** The compensation takes what was asked for, and the outcome. */
    @Test
    void whatItHasDoneIsUndone() {
        Instance gift = send(40, "4000000000000001");

        JsonNode ended = gift.end();

        assertThat(ended.path("status").asText()).isEqualTo("COMPENSATED");
        assertThat(type(ended.path("fault").path("cause"))).isEqualTo("card-declined");
        assertThat(gift.statuses()).containsEntry("wrap", "COMPENSATED").containsEntry("stock", "COMPENSATED");
    }

    @Test
    void nobodyElseDefinesIt() {
        assertThatItIsRefused(409, "name-taken", olga.process(GIFT).put(steps(STOCK)));
        assertThatItIsRefused(409, "name-taken", olga.process(GIFT).delete());
        assertThatItIsRefused(
                400,
                "body-invalid",
                olga.process(process)
                        .put(steps("{\"name\":\"a\",\"operation\":\"reserve-stock\",\"input\":{\"$\":\"/code/a\"}}")));
    }
}
