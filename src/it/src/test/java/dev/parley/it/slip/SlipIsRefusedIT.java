package dev.parley.it.slip;

import static dev.parley.it.client.Samples.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.Answer;
import dev.parley.it.client.DeadMessages;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.client.Json;
import dev.parley.it.server.ParleyServer;
import org.junit.jupiter.api.Test;

class SlipIsRefusedIT extends SlipTest {

    SlipIsRefusedIT(ParleyServer server) {
        super(server);
    }

    @Test
    void eachMistakeOfAnOrderIsTold() {
        HttpAnswer refused = assertThatItIsRefused(
                400, "body-invalid", alice.slips().body(order(true, "{\"operation\":\"nobody\"}", "{}", "7")));

        assertThat(refused.json().path("errors").findValuesAsText("field"))
                .containsExactly("/itinerary/0/operation", "/itinerary/1/operation", "/itinerary/2");
        assertThatItIsRefused(400, "body-not-json", alice.slips().body("{\"itinerary\":"));
        assertThatItIsRefused(413, "slip-too-large", alice.slips().body(order(true, STOCK + " ".repeat(270_000))));
    }

    @Test
    void whoSentAWrongOrderOverJmsIsTold() {
        jms.sendSlip(JmsRequest.withoutType().text("{\"itinerary\":[]}").correlationId("wrong"));

        Answer fault = jms.replies().next();

        assertThat(fault.kind()).isEqualTo("Fault");
        assertThat(type(Json.parse(fault.text()))).isEqualTo("body-invalid");
        assertThat(fault.correlationId()).isEqualTo("wrong");
    }

    @Test
    void anOrderUnderTheSameKeyIsTheSameSlip() {
        String key = "\"" + fresh("key") + "\"";
        JsonNode first = alice.slips()
                .header("Idempotency-Key", key)
                .body(order(true, STOCK))
                .send()
                .json();
        JsonNode again = alice.slips()
                .header("Idempotency-Key", key)
                .body(order(true, STOCK))
                .send()
                .json();

        assertThat(again.path("slip").asText())
                .isNotBlank()
                .isEqualTo(first.path("slip").asText());
        assertThatItIsRefused(
                422,
                "message-id-reused",
                alice.slips().header("Idempotency-Key", key).body(order(true, STOCK, STOCK)));
        assertThat(log(await(first.path("slip").asText(), "SUCCEEDED"))).hasSize(1);
    }

    /** Nobody answers it: whoever made it up may have made up the address as well. */
    @Test
    void aForgedSlipRunsNothingAndIsLeftToOperators() {
        String slip = alice.slips().body(order(true, STOCK)).send().json().toString();
        String id = fresh("forged");
        jms.sendSlip(JmsRequest.withoutType().text(slip).correlationId(id));
        String signed = slip.substring(0, slip.length() - 1) + ",\"signature\":\"eyJhbGciOiJub25lIn0..\"}";
        jms.sendSlip(JmsRequest.withoutType().text(signed).correlationId(id + "2"));

        assertThat(DeadMessages.awaitReason(server, id)).startsWith("slip-invalid");
        assertThat(DeadMessages.awaitReason(server, id + "2")).startsWith("slip-invalid");
    }

    @Test
    void aSlipIsNotCalledBackAndTurnsWhenItsTimeIsOver() {
        String id = start(STOCK);
        await(id, "SUCCEEDED");
        HttpAnswer expired = alice.slips()
                .body("{\"kept\":true,\"deadline\":\"PT0.001S\",\"itinerary\":[" + FLIGHT + "]}")
                .send();

        JsonNode slip = await(expired.json().path("slip").asText(), "EXPIRED");

        assertThat(type(slip.path("fault"))).isEqualTo("expired");
        assertThat(slip.path("log")).isEmpty();
    }
}
