package dev.parley.it.topic;

import static dev.parley.it.client.Samples.COUNT_EFFECTS;
import static dev.parley.it.client.Samples.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.Json;
import dev.parley.it.client.Topic;
import dev.parley.it.server.ParleyServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CodePublishesAndSubscribesIT extends TopicTest {

    private static final String TOPIC = "announcements";

    CodePublishesAndSubscribesIT(ParleyServer server) {
        super(server);
    }

    private int pinned() {
        HttpAnswer answer = alice.operation(COUNT_EFFECTS)
                .body(Json.object("operation", TOPIC + ".board"))
                .prefer("wait=20")
                .send();
        JsonNode count = answer.json().path("reply").path("count");
        assertThat(count.isIntegralNumber()).as(answer.toString()).isTrue();
        return count.intValue();
    }

    private JsonNode announce() {
        return alice.operation("announce")
                .body(Json.object("text", fresh("hello")))
                .prefer("wait=20")
                .send()
                .json();
    }

    /** The topic is not there at first: then nothing can be published, and the method subscribes when it is. */
    @Test
    void onceAndWhenTheTopicIsThere() {
        Topic announcements = olga.topic(TOPIC).define();
        JsonNode before = announcements.view("board");
        assertThat(before.path("to").asText()).isEqualTo("operation:" + TOPIC + ".board");
        int pinnedBefore = pinned();

        JsonNode answer = announce();

        assertThat(answer.path("reply").path("event").asText())
                .as(answer.toString())
                .isNotBlank();
        await("the board").atMost(Duration.ofSeconds(60)).until(this::pinned, count -> count == pinnedBefore + 1);
        assertThat(announcements
                        .await("board", view -> view.path("lag").asInt() == 0)
                        .path("delivered")
                        .asInt())
                .isEqualTo(before.path("delivered").asInt() + 1);
        assertThat(pinned()).isEqualTo(pinnedBefore + 1);
    }
}
