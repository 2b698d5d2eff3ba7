package dev.parley.it.slip;

import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.freshProviderQueue;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.Answer;
import dev.parley.it.client.Asked;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.JmsProvider;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.client.Json;
import dev.parley.it.server.ParleyServer;
import jakarta.jms.JMSException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SlipTravelsIT extends SlipTest {

    SlipTravelsIT(ParleyServer server) {
        super(server);
    }

    @Test
    void itIsDoneStepByStepAndKnowsWhatWasReplied() {
        String id = start(STOCK, FLIGHT, STOCK);

        JsonNode slip = await(id, "SUCCEEDED");

        assertThat(log(slip)).containsExactly("done reserve-stock", "done book-flight", "done reserve-stock");
        assertThat(slip.path("variables").path("stock").path("item").asText()).isEqualTo("lamp");
        assertThat(alice.conversation(id).send().conversationStatus()).isEqualTo("SUCCEEDED");
        assertThatItIsRefused(404, "conversation-unknown", bob.slip(id));
    }

    /** The file is that of the example. */
    @Test
    void aDocumentIsCheckedStampedAndArchived() throws IOException {
        Path file = Path.of("..", "examples", "ordering", "src", "slips", "file-document.json");
        String order = Files.readString(file);
        String filed = alice.slips().body(order).send().json().path("slip").asText();
        String draft = alice.slips()
                .body(order.replace("contract-7", "draft-7"))
                .send()
                .json()
                .path("slip")
                .asText();

        assertThat(await(filed, "SUCCEEDED")
                        .path("variables")
                        .path("archived")
                        .path("shelf")
                        .asText())
                .isEqualTo("A10");
        assertThat(log(await(draft, "COMPENSATED"))).endsWith("undone unstamp-document");
    }

    @Test
    void whoSentItOverJmsIsToldWhenItIsCompleted() {
        String order = order(false, STOCK, STOCK, STOCK);
        jms.sendSlip(JmsRequest.withoutType().text(order).correlationId("mine"));

        Answer told = jms.replies().next();

        assertThat(told.kind()).as(told.text()).isEqualTo("Notice");
        assertThat(told.type()).isEqualTo("completed");
        assertThat(told.correlationId()).isEqualTo("mine");
        JsonNode body = Json.parse(told.text());
        assertThat(log(body)).hasSize(3);
        assertThat(body.path("variables").path("stock").path("quantity").asInt())
                .isEqualTo(2);
    }

    @Test
    void manyThatComeTogetherEachTakeAllTheirSteps() {
        int slips = 40;
        for (int i = 0; i < slips; i++) {
            jms.sendSlip(
                    JmsRequest.withoutType().text(order(false, STOCK, STOCK)).correlationId("c" + i));
        }

        for (int i = 0; i < slips; i++) {
            Answer told = jms.replies().next();
            assertThat(told.type()).as(told.text()).isEqualTo("completed");
            assertThat(log(Json.parse(told.text()))).hasSize(2);
        }
    }

    @Test
    void aFaultTurnsItRoundAndWhatWasDoneIsUndone() {
        JsonNode slip = await(start(STOCK, STOCK, UNICORN), "COMPENSATED");

        assertThat(log(slip))
                .containsExactly(
                        "done reserve-stock", "done reserve-stock", "undone release-stock", "undone release-stock");
        assertThat(type(slip.path("fault"))).isEqualTo("out-of-stock");
    }

    @Test
    void aProviderOutsideIsAskedWhileTheSlipWaits() throws JMSException {
        try (JmsProvider paul = new JmsProvider(server, freshProviderQueue("slips"))) {
            String quote = fresh("quote");
            HttpAnswer entered = olga.operation(quote)
                    .put("{\"provider\":{\"queue\":\"" + paul.queue() + "\"},\"timeout\":\"PT10M\"}")
                    .send();
            assertThat(entered.status()).as(entered.toString()).isEqualTo(201);
            HttpAnswer accepted = alice.slips()
                    .body(order(
                            false,
                            STOCK,
                            "{\"operation\":\"" + quote + "\",\"arguments\":{\"of\":{\"$\":\"/variables/stock\"}}}"))
                    .send();
            String id = accepted.json().path("slip").asText();

            Asked asked = paul.next();

            assertThat(asked.operation()).isEqualTo(quote);
            assertThat(asked.message().getStringProperty("Slip")).isEqualTo(id);
            assertThat(asked.message().getStringProperty("Step")).isEqualTo("1");
            assertThat(Json.parse(asked.text()).path("of").path("item").asText())
                    .isEqualTo("lamp");
            assertThat(alice.slip(id).send().json().path("waitsFor").asText())
                    .as("it is kept as long as it waits")
                    .isEqualTo("forth.1");
            paul.reply(asked, "{\"variables\":{\"price\":12}}");

            assertThat(await(id, "SUCCEEDED").path("variables").path("price").asInt())
                    .isEqualTo(12);
        }
    }

    @Test
    void whatCannotBeUndoneWaitsForAnOperator() {
        String id = start(STOCK, FLIGHT, UNICORN);

        JsonNode stuck = await(id, "STUCK");

        assertThat(log(stuck)).containsExactly("done reserve-stock", "done book-flight");
        String why = Json.object("reason", "a voucher was given");
        assertThat(olga.conversation(id).send().json().path("actions").findValuesAsText("href"))
                .containsExactly("slips/" + id + "/retry", "slips/" + id + "/skip");
        assertThat(alice.conversation(id).send().json().path("actions")).isEmpty();
        assertThatItIsRefused(403, "operators-only", alice.slip(id + "/skip").body(why));
        assertThatItIsRefused(400, "body-invalid", olga.slip(id + "/skip").body("{}"));
        HttpAnswer again = olga.slip(id + "/retry").body(why).send();
        assertThat(again.status()).as(again.toString()).isEqualTo(200);
        await(id, "STUCK");
        HttpAnswer skipped = olga.slip(id + "/skip").body(why).send();
        assertThat(skipped.status()).as(skipped.toString()).isEqualTo(200);

        JsonNode ended = await(id, "COMPENSATED");

        assertThat(log(ended))
                .containsExactly(
                        "done reserve-stock", "done book-flight", "written-off cancel-flight", "undone release-stock");
        assertThatItIsRefused(409, "slip-not-stuck", olga.slip(id + "/skip").body(why));
    }
}
