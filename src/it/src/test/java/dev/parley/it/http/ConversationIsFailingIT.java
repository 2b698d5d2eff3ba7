package dev.parley.it.http;

import static dev.parley.it.client.Samples.PRINT_LABEL;
import static dev.parley.it.client.Samples.label;
import static dev.parley.it.server.ServerNames.SHORT_PAUSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpCall;
import dev.parley.it.server.ParleyServer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConversationIsFailingIT extends HttpTest {

    ConversationIsFailingIT(ParleyServer server) {
        super(server);
    }

    @Test
    void operatorsSeeWhyAndWhenItIsTriedAgain() {
        HttpAnswer accepted = failing();

        JsonNode shown = await("a pause after an attempt")
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> olga.conversation(accepted.conversationId())
                                .send()
                                .json(),
                        json -> json.path("attempts").asInt() > 0 && json.has("nextAttempt"));

        assertThat(shown.path("sender").asText()).isEqualTo("user:alice");
        assertThat(shown.path("lastFailure").asText()).isNotBlank();
        Instant updated = Instant.parse(shown.path("updatedAt").asText());
        assertThat(Instant.parse(shown.path("nextAttempt").asText())).isAfter(updated);
        JsonNode seenByAlice =
                alice.conversation(accepted.conversationId()).send().json();
        assertThat(List.of("sender", "attempts", "lastFailure", "nextAttempt")).noneMatch(seenByAlice::has);
        cancel(accepted.conversationId());
        assertThat(olga.conversation(accepted.conversationId()).send().json().has("nextAttempt"))
                .as("nobody tries again what has ended")
                .isFalse();
    }

    @Test
    void isFoundByThatAndByWhoBeganIt() {
        HttpAnswer accepted = failing();
        String id = accepted.conversationId();

        await("it among those that fail")
                .atMost(Duration.ofSeconds(30))
                .until(() -> ids(olga.conversations().query("failing", "true").query("limit", "200"))
                        .contains(id));
        assertThat(ids(olga.conversations().query("sender", "user:alice"))).contains(id);
        assertThat(ids(olga.conversations().query("sender", "user:bob"))).doesNotContain(id);
        assertThat(ids(olga.conversations().query("overdue", "true").query("limit", "200")))
                .doesNotContain(id);
        cancel(accepted.conversationId());
        assertThat(ids(olga.conversations().query("failing", "true").query("limit", "200")))
                .doesNotContain(id);
    }

    @Test
    void theLogHasOneLineForEachAttempt() {
        String id = failing().conversationId();
        String line = "print-label failed in conversation " + id;

        await("the second attempt")
                .atMost(Duration.ofSeconds(30))
                .until(() -> server.logged(line + ", attempt 2 of 5"), lines -> !lines.isEmpty());

        assertThat(server.logged(line + ", attempt 1 of 5, again in " + SHORT_PAUSE.toMillis() + " ms: "))
                .hasSize(1);
        assertThat(server.logged(id))
                .allSatisfy(each -> assertThat(each).contains(line).doesNotContain("ERROR"));
        cancel(id);
    }

    private void cancel(String id) {
        alice.call(URI.create(alice.conversationAt(id) + "/cancel")).body("").send();
    }

    private HttpAnswer failing() {
        return alice.operation(PRINT_LABEL).body(label(100)).send();
    }

    private static List<String> ids(HttpCall call) {
        return call.send().json().path("conversations").findValuesAsText("conversationId");
    }
}
