package dev.parley.it.http;

import static dev.parley.it.client.Samples.PLACE_ORDER;
import static dev.parley.it.client.Samples.RECORD_VISIT;
import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.visit;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.Json;
import dev.parley.it.server.ParleyServer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationIsEnteredIT extends HttpTest {

    private static final String QUEUE = "{\"provider\": {\"queue\": \"couriers\"}}";

    private final String name = fresh("operation");

    OperationIsEnteredIT(ParleyServer server) {
        super(server);
    }

    @Test
    void isShownToEverybodyChangedAndDeleted() {
        HttpAnswer created = olga.operation(name).put(QUEUE).send();
        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        assertThat(created.location().getPath()).endsWith("/operations/" + name);

        JsonNode shown = alice.operation(name).send().json();
        assertThat(shown.path("provider")).isEqualTo(Json.parse("{\"outside\":true}"));
        assertThat(created.json().path("provider").path("queue").asText()).isEqualTo("couriers");
        assertThat(shown.path("timeout").asText()).isEqualTo("PT30S");
        assertThat(shown.has("updatedBy")).isFalse();
        assertThat(created.json().path("updatedBy").asText()).isEqualTo("olga");

        HttpAnswer changed = olga.operation(name)
                .put(created.text().replace("PT30S", "PT9S"))
                .header("If-Match", created.header("ETag").orElseThrow())
                .send();
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        assertThat(changed.header("ETag")).isNotEqualTo(created.header("ETag"));
        assertThat(alice.operation(name).send().json().path("timeout").asText()).isEqualTo("PT9S");

        assertThat(olga.operation(name).delete().send().status()).isEqualTo(204);
        assertThat(alice.operation(name).send().status()).isEqualTo(404);
        assertThat(olga.operation(name).delete().send().status()).isEqualTo(404);
    }

    @Test
    void isListedBesideTheMethods() {
        olga.operation(name).put(QUEUE).send();

        List<String> names =
                alice.operation("").send().json().path("operations").findValuesAsText("name");

        assertThat(names).contains(name, PLACE_ORDER).isSorted();
    }

    @Test
    void isKeptByPreconditions() {
        assertThat(write("If-Match", "*").status()).isEqualTo(412);
        assertThat(write("If-None-Match", "*").status()).isEqualTo(201);
        assertThat(write("If-None-Match", "*").status()).isEqualTo(412);
        assertThat(write("If-Match", "\"0\"").status()).isEqualTo(412);
        assertThat(write("If-Match", "*").status()).isEqualTo(200);
    }

    private HttpAnswer write(String header, String value) {
        return olga.operation(name).put(QUEUE).header(header, value).send();
    }

    @Test
    void isWonByOneOfThoseWhoReadTheSame() {
        String tag = olga.operation(name).put(QUEUE).send().header("ETag").orElseThrow();
        List<CompletableFuture<HttpAnswer>> writers = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> write("If-Match", tag)))
                .toList();

        assertThat(writers.stream().map(CompletableFuture::join))
                .extracting(HttpAnswer::status)
                .containsExactlyInAnyOrder(200, 412, 412, 412, 412, 412);
    }

    @Test
    void isCreatedByOneOfThoseWhoEnterItAtOnce() {
        List<CompletableFuture<HttpAnswer>> writers = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> olga.operation(name).put(QUEUE).send()))
                .toList();

        assertThat(writers.stream().map(CompletableFuture::join))
                .extracting(HttpAnswer::status)
                .containsExactlyInAnyOrder(201, 200, 200, 200, 200, 200);
    }

    @Test
    void isNotForParticipantsToChange() {
        assertThat(alice.operation(name).put(QUEUE).send().status()).isEqualTo(403);
        assertThat(alice.operation(name).put("{").send().json().path("detail").asText())
                .contains("operator");
        assertThat(alice.operation(PLACE_ORDER).delete().send().status()).isEqualTo(403);
    }

    @Test
    void isNoMethodThatCouldBeDeleted() {
        HttpAnswer refused = olga.operation(PLACE_ORDER).delete().send();

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("detail").asText()).contains("method in the EAR");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                | /provider",
                "{\"provider\": {\"mailbox\": \"a/b\"}}            | /provider/mailbox",
                "{\"provider\": {\"queue\": \"parley.work\"}}      | /provider/queue",
                "{\"provider\": {\"bean\": true}}                  | /provider/bean",
                "{\"provider\": {\"queue\": \"a\"}, \"tries\": 1}  | /tries",
                "{\"provider\": {\"queue\": \"a\"}, \"timeout\": \"PT0S\"} | /timeout",
                "{\"provider\": {\"queue\": \"a\"}, \"schema\": {\"type\": 1}} | /schema/type",
                "{\"provider\": {\"queue\": \"a\"}, \"schema\": {\"$ref\": \"http://127.0.0.1:1/\"}} | /schema/$ref",
            })
    void isRefusedWithTheField(String definition, String field) {
        HttpAnswer refused = olga.operation(name).put(definition).send();

        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThat(refused.json().path("errors").findValuesAsText("field")).contains(field);
        assertThat(alice.operation(name).send().status()).isEqualTo(404);
    }

    @Test
    void narrowsAMethodFromTheNextRequestOn() {
        String narrow = "{\"provider\": {\"bean\": true}, \"schema\": {\"required\": [\"reason-" + name + "\"]}}";
        try {
            assertThat(olga.operation(RECORD_VISIT).put(narrow).send().status()).isEqualTo(201);
            HttpAnswer refused = alice.operation(RECORD_VISIT).body(visit()).send();
            assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
            assertThat(refused.json().path("errors").findValuesAsText("field")).containsExactly("/reason-" + name);
        } finally {
            assertThat(olga.operation(RECORD_VISIT).delete().send().status()).isEqualTo(204);
        }
        assertThat(alice.operation(RECORD_VISIT).body(visit()).send().status()).isEqualTo(202);
    }
}
