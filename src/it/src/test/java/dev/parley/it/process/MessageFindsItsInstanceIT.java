package dev.parley.it.process;

import static dev.parley.it.client.Samples.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.Instance;
import dev.parley.it.client.Json;
import dev.parley.it.server.ParleyServer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Messages that name no instance: they are looked up by what is in them, begin one, or wait for one. */
class MessageFindsItsInstanceIT extends ProcessTest {

    private static final String KEY = "\"key\":{\"orderId\":{\"$\":\"/message/orderId\"}}";
    private static final String PAID = "{\"name\":\"ok\",\"await\":\"paid\",\"timeout\":\"PT10M\"," + KEY + "}";

    private final String orderId = fresh("order");

    MessageFindsItsInstanceIT(ParleyServer server) {
        super(server);
    }

    private JsonNode found(String steps) {
        return define("{\"attributes\":{\"orderId\":{\"$\":\"/request/orderId\"}},\"steps\":[" + steps + "]}");
    }

    private Instance order() {
        return start(Json.object("orderId", orderId)).await("ok", "RUNNING");
    }

    private HttpAnswer paid(HttpParticipant sender, String body) {
        return sender.operation(process + ".paid").body(body).prefer("wait=20").send();
    }

    @Test
    void byItsKey() {
        found(PAID);
        Instance order = order();

        HttpAnswer taken = paid(bob, Json.object("orderId", orderId));

        assertThat(taken.conversationStatus()).as(taken.toString()).isEqualTo("SUCCEEDED");
        assertThat(taken.json().path("reply").path("conversationId").asText()).isEqualTo(order.id());
        assertThat(order.end().path("status").asText()).isEqualTo("SUCCEEDED");
    }

    @Test
    void butNotWhereThereAreTwo() {
        found(PAID);
        Instance one = order();
        Instance other = order();

        HttpAnswer refused = paid(bob, Json.object("orderId", orderId));

        assertThat(type(refused.json().path("fault"))).isEqualTo("instance-ambiguous");
        assertThat(one.statuses()).containsEntry("ok", "RUNNING");
        assertThat(other.statuses()).containsEntry("ok", "RUNNING");
    }

    @Test
    void thatBeginsLater() {
        found(PAID);
        HttpAnswer early = bob.operation(process + ".paid")
                .body(Json.object("orderId", orderId))
                .send();
        assertThat(early.conversationStatus()).as(early.toString()).isNotEqualTo("FAULTED");

        Instance order = start(Json.object("orderId", orderId));

        assertThat(order.end().path("status").asText()).isEqualTo("SUCCEEDED");
        assertThat(bob.awaitFinal(early.location()).conversationStatus()).isEqualTo("SUCCEEDED");
    }

    @Test
    void orSaysNothingToFindItBy() {
        found(PAID);

        assertThat(type(paid(bob, "{}").json().path("fault"))).isEqualTo("instance-missing");
    }

    @Test
    void orBeginsItOnceHoweverManyComeAtTheSameMoment() {
        int many = 6;
        found("{\"name\":\"bids\",\"await\":\"paid\",\"start\":true,\"collect\":{\"atMost\":" + many + "}," + KEY
                + "}");

        List<CompletableFuture<HttpAnswer>> sent = IntStream.range(0, many)
                .mapToObj(n -> CompletableFuture.supplyAsync(
                        () -> paid(bob, Json.object("orderId", orderId, "n", String.valueOf(n)))))
                .toList();

        List<String> instances = sent.stream()
                .map(CompletableFuture::join)
                .map(answer ->
                        answer.json().path("reply").path("conversationId").asText())
                .distinct()
                .toList();
        assertThat(instances).hasSize(1);
        HttpAnswer ended = bob.awaitFinal(bob.conversationAt(instances.get(0)));
        assertThat(ended.conversationStatus()).as(ended.toString()).isEqualTo("SUCCEEDED");
        assertThat(ended.json().path("operation").asText()).isEqualTo(process);
    }

    @Test
    void fromWhoHasTheRole() {
        found(with(PAID, "from", "\"role:operator\""));
        Instance order = order();

        HttpAnswer refused = paid(bob, Json.object("orderId", orderId));
        assertThat(type(refused.json().path("fault"))).isEqualTo("sender-refused");
        assertThat(order.statuses()).containsEntry("ok", "RUNNING");

        HttpAnswer taken = paid(olga, Json.object("orderId", orderId));
        assertThat(taken.conversationStatus()).as(taken.toString()).isEqualTo("SUCCEEDED");
    }

    @Test
    void andIsDescribedWithItsProcess() {
        found(with(PAID, "schema", "{\"type\":\"object\",\"required\":[\"orderId\"]}"));

        JsonNode described = alice.operation(process).send().json();
        JsonNode listed = alice.call(alice.conversationAt("any").resolve("../operations"))
                .send()
                .json();

        assertThat(described.path("provider").path("process").asText()).isEqualTo(process);
        JsonNode message = described.path("messages").path(0);
        assertThat(message.path("operation").asText()).isEqualTo(process + ".paid");
        assertThat(message.path("schema").path("required").path(0).asText()).isEqualTo("orderId");
        assertThat(message.path("key").path(0).asText()).isEqualTo("orderId");
        assertThat(listed.path("operations").findValuesAsText("name")).contains(process);
        assertThatItIsRefused(
                400, "body-invalid", bob.operation(process + ".paid").body("{}"));
    }
}
