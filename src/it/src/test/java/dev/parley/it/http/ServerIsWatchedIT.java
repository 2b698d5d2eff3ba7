package dev.parley.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.Json;
import dev.parley.it.client.Samples;
import dev.parley.it.server.Once;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.ServerNames;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag(Once.TAG)
class ServerIsWatchedIT extends HttpTest {

    ServerIsWatchedIT(ParleyServer server) {
        super(server);
    }

    @Test
    void saysInItsLogWhatMethodsServeAndFromWhichJar() {
        assertThat(server.logged("Methods serve ")).isNotEmpty().allSatisfy(line -> assertThat(line)
                .contains(Samples.PLACE_ORDER, " (parley-ordering.jar)"));
        assertThat(server.logged("Parley " + System.getProperty("parley.it.version") + " starts, "))
                .isNotEmpty();
    }

    @Test
    void describesItself() {
        HttpAnswer openapi =
                alice.call(server.http().resolve(ServerNames.OPENAPI)).send();

        assertThat(openapi.status()).isEqualTo(200);
        assertThat(openapi.text()).contains("/operations/{", "/conversations/{", "Apache-2.0");
    }

    @Test
    void describesItsOperations() {
        JsonNode openapi = alice.call(server.http().resolve(ServerNames.API + "/openapi"))
                .send()
                .json();
        JsonNode place =
                openapi.path("paths").path("/operations/" + Samples.PLACE_ORDER).path("post");

        assertThat(place.at("/requestBody/content/application~1json/schema/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/" + Samples.PLACE_ORDER + ".request");
        JsonNode schemas = openapi.at("/components/schemas");
        assertThat(schemas.path(Samples.PLACE_ORDER + ".request")
                        .path("required")
                        .toString())
                .contains("customer", "item");
        assertThat(schemas.path(Samples.PLACE_ORDER + ".reply")
                        .path("properties")
                        .has("orderId"))
                .isTrue();
    }

    @Test
    void saysWhatAnOperationTakesAndGives() {
        JsonNode place = alice.call(server.http().resolve(ServerNames.API + "/operations/" + Samples.PLACE_ORDER))
                .send()
                .json();

        assertThat(place.path("schema").path("required").toString()).contains("customer");
        assertThat(place.path("replySchema").path("properties").has("orderId")).isTrue();
    }

    @Test
    void saysWhatItIsAndWhatIsUpAndWhereEverythingIs() {
        for (String start : List.of("/parley/", "/parley/v1", "/parley/v1/")) {
            HttpAnswer answer = olga.call(server.http().resolve(start)).send();

            assertThat(answer.status()).as(start).isEqualTo(200);
            assertThat(answer.header("Content-Type").orElse("")).startsWith("application/json");
            assertThat(answer.json().path("version").asText()).matches("\\d+\\.\\d+\\.\\d+.*");
            assertThat(answer.json().path("status").asText()).isEqualTo("UP");
            assertThat(answer.json().path("checks").findValuesAsText("name")).containsExactly("database", "broker");
            assertThat(answer.json().path("queues").findValuesAsText("name"))
                    .contains("parley.requests", "parley.work", "parley.dead");
            assertThat(answer.json().path("links").findValuesAsText("href"))
                    .as("all lead somewhere")
                    .allSatisfy(href -> assertThat(olga.call(server.http().resolve(href))
                                    .send()
                                    .status())
                            .isEqualTo(200));
        }
    }

    @Test
    void showsParticipantsTheirPartOfIt() {
        HttpAnswer answer = alice.call(server.http().resolve("/parley/v1")).send();

        assertThat(answer.json().path("links").findValuesAsText("rel"))
                .contains("operations", "mailboxes", "console")
                .doesNotContain("dead-letters");
        assertThat(answer.json().has("queues")).isFalse();
        assertThat(answer.json().path("caller")).isEqualTo(Json.parse("{\"name\":\"alice\",\"operator\":false}"));
    }

    @Test
    void saysNothingToStrangers() {
        assertThat(HttpParticipant.anonymous(server)
                        .call(server.http().resolve("/parley/"))
                        .send()
                        .status())
                .isEqualTo(401);
    }

    @Test
    void saysThatItIsReady() {
        HttpAnswer ready =
                alice.call(server.management().resolve(ServerNames.READY)).send();

        assertThat(ready.status()).isEqualTo(200);
        assertThat(ready.json().path("status").asText()).isEqualTo("UP");
    }
}
