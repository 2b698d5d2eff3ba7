package dev.parley.it.topic;

import static dev.parley.it.client.Samples.COUNT_EFFECTS;
import static dev.parley.it.client.Samples.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpCall;
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

    private void awaitPinned(int expected) {
        await("the board").atMost(Duration.ofSeconds(60)).until(this::pinned, count -> count == expected);
    }

    private JsonNode announce() {
        return announce(fresh("hello")).prefer("wait=20").send().json();
    }

    private HttpCall announce(String text) {
        return alice.operation("announce").body(Json.object("text", text));
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
        awaitPinned(pinnedBefore + 1);
        assertThat(announcements
                        .await("board", view -> view.path("lag").asInt() == 0)
                        .path("delivered")
                        .asInt())
                .isEqualTo(before.path("delivered").asInt() + 1);
        assertThat(pinned()).isEqualTo(pinnedBefore + 1);
    }

    /** It is published at each attempt, and each is rolled back. */
    @Test
    void notIfTheOperationFailsAfterwards() {
        Topic announcements = olga.topic(TOPIC).define();
        int pinnedBefore = pinned();
        announce();
        awaitPinned(pinnedBefore + 1);
        // An event has its number soon after its commit, not in it; what is pinned has been numbered.
        JsonNode before = announcements.view("board");
        int published = before.path("sequence").asInt();
        int delivered = before.path("delivered").asInt();

        HttpAnswer failing = announce("x".repeat(450)).send();

        JsonNode end =
                alice.awaitFinal(failing.location(), Duration.ofSeconds(60)).json();
        assertThat(end.path("status").asText()).as(end.toString()).isEqualTo("FAULTED");
        assertThat(olga.call(failing.location()).send().json().path("attempts").asInt())
                .isGreaterThan(1);
        announce();
        JsonNode board =
                announcements.await("board", view -> view.path("sequence").asInt() == published + 1);
        assertThat(board.path("delivered").asInt())
                .as("the one behind it is the next")
                .isEqualTo(delivered + 1);
        assertThat(announcements.self().send().json().path("sequence").asInt()).isEqualTo(published + 1);
        awaitPinned(pinnedBefore + 2);
    }
}
