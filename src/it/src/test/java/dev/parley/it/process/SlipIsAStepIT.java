package dev.parley.it.process;

import static dev.parley.it.client.Samples.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.Instance;
import dev.parley.it.client.Json;
import dev.parley.it.server.ParleyServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A step sends a slip on its way: its end is the step's reply, and what undoes the step has the slip go back. */
class SlipIsAStepIT extends ProcessTest {

    SlipIsAStepIT(ParleyServer server) {
        super(server);
    }

    /** A document that is checked, stamped and archived. */
    private static String filed() {
        return "{\"name\":\"file\",\"slip\":{\"variables\":{\"document\":{\"$\":\"/request/document\"}},\"itinerary\":["
                + step("check-document", "/variables/document", "checked") + ","
                + step("stamp-document", "/variables/checked/document", "stamp") + ","
                + step("archive-document", "/variables/checked/document", "archived") + "]}}";
    }

    private static String step(String operation, String document, String as) {
        return "{\"operation\":\"" + operation + "\",\"arguments\":{\"document\":{\"$\":\"" + document
                + "\"}},\"as\":\"" + as + "\"}";
    }

    @Test
    void itsVariablesAreTheReply() {
        define("{\"steps\":[" + filed()
                + "],\"reply\":{\"shelf\":{\"$\":\"/steps/file/reply/variables/archived/shelf\"}}}");

        Instance order = start(Json.object("document", "contract-7"));

        JsonNode ended = order.end();
        assertThat(ended.path("status").asText()).as(ended.toString()).isEqualTo("SUCCEEDED");
        assertThat(ended.path("reply").path("shelf").asText()).isEqualTo("A10");
        assertThat(log(order)).containsExactly("done check-document", "done stamp-document", "done archive-document");
        assertThat(alice.process(process).query("format", "mermaid").send().text())
                .contains("check-document → stamp-document → archive-document", "parley.slip.undo");
    }

    @Test
    void whatHasEndedGoesBackIfTheProcessIsUndone() {
        define(steps(filed(), UNICORN));

        Instance order = start(Json.object("document", "contract-7"));

        JsonNode ended = order.end();
        assertThat(ended.path("status").asText()).as(ended.toString()).isEqualTo("COMPENSATED");
        assertThat(order.statuses()).containsEntry("file", "COMPENSATED");
        assertThat(log(order)).endsWith("done archive-document", "undone unstamp-document");
        assertThat(slip(order).path("status").asText()).isEqualTo("COMPENSATED");
    }

    @Test
    void itsFaultIsTheStepsAndWhatWasBeforeIsUndone() {
        define(steps(STOCK, filed()));

        Instance order = start(Json.object("document", "draft-7"));

        JsonNode ended = order.end();
        assertThat(ended.path("status").asText()).as(ended.toString()).isEqualTo("COMPENSATED");
        assertThat(ended.path("fault").path("cause").path("type").asText()).endsWith("not-final");
        assertThat(order.statuses()).containsEntry("stock", "COMPENSATED").containsEntry("file", "FAULTED");
    }

    @Test
    void itsRouteIsCheckedWhenTheProcessIsDefined() {
        HttpAnswer refused = assertThatItIsRefused(
                400,
                "body-invalid",
                olga.process(process)
                        .put(steps("{\"name\":\"file\",\"slip\":{\"itinerary\":[{\"operation\":\"" + fresh("nobody")
                                + "\"},7]}}")));

        List<String> fields = new ArrayList<>();
        refused.json().path("errors").forEach(e -> fields.add(e.path("field").asText()));
        assertThat(fields).containsExactly("/steps/0/slip/itinerary/0/operation", "/steps/0/slip/itinerary/1");
    }

    /** What is in the log of the only slip that the instance has asked for. */
    private List<String> log(Instance order) {
        List<String> log = new ArrayList<>();
        slip(order)
                .path("log")
                .forEach(e -> log.add(
                        e.path("act").asText() + " " + e.path("operation").asText()));
        return log;
    }

    private JsonNode slip(Instance order) {
        JsonNode slips = olga.conversations()
                .query("operation", "parley.slip")
                .query("limit", "200")
                .send()
                .json()
                .path("conversations");
        for (JsonNode slip : slips) {
            if (slip.path("messageId").asText().startsWith(order.id() + ".ask.")) {
                return olga.slip(slip.path("conversationId").asText()).send().json();
            }
        }
        throw new AssertionError("It has asked for none: " + slips);
    }
}
