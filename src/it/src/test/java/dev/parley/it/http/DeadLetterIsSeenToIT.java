package dev.parley.it.http;

import static dev.parley.it.client.Samples.PLACE_ORDER;
import static dev.parley.it.client.Samples.PRINT_LABEL;
import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.label;
import static dev.parley.it.client.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpCall;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.ServerNames;
import dev.parley.it.server.WaitingTest;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class DeadLetterIsSeenToIT extends HttpTest {

    private static final String WHY = "{\"reason\": \"the printer is mended\"}";

    private final String operation = fresh("nowhere");
    private final String correlationId = fresh("correlation");

    DeadLetterIsSeenToIT(ParleyServer server) {
        super(server);
    }

    /** It fails as often as it is tried, and once more at most. */
    @WaitingTest
    void goesOnInItsConversation() {
        String conversation = alice.operation(PRINT_LABEL).body(label(6)).send().conversationId();
        JsonNode letter = await("the dead letter")
                .atMost(Duration.ofSeconds(60))
                .until(() -> letter(PRINT_LABEL, "conversationId", conversation), Optional::isPresent)
                .orElseThrow();
        JsonNode shown = get(letter);
        assertThat(shown.path("reason").asText()).isEqualTo("operation-failed");
        assertThat(shown.path("body").isObject()).isTrue();
        String history = shown.path("history").asText();
        assertThat(olga.call(server.http().resolve(history)).send().text()).contains("operation-failed");

        HttpAnswer retried = done(letter, "/retry", WHY);

        assertThat(retried.status()).as(retried.toString()).isEqualTo(200);
        assertThat(retried.json().path("outcome").asText()).isEqualTo("RETRIED");
        assertThat(retried.json().path("conversationId").asText()).isEqualTo(conversation);
        HttpAnswer ended = alice.awaitFinal(alice.conversationAt(conversation));
        assertThat(ended.conversationStatus()).isEqualTo("SUCCEEDED");
        assertThat(ended.json().has("reply")).isTrue();
        assertThat(ended.json().has("fault")).isFalse();
        assertThat(olga.messages(conversation).send().text()).contains("the printer is mended", "user:olga", "Reply.1");
        assertThat(olga.deadLetters("/" + id(letter)).send().status()).isEqualTo(404);
    }

    /** As an operator would who knows the broker's tools alone. */
    @WaitingTest
    void goesOnInItsConversationAlsoIfSomebodyMovedItBack() {
        String conversation = alice.operation(PRINT_LABEL).body(label(6)).send().conversationId();
        JsonNode first = await("the dead letter")
                .atMost(Duration.ofSeconds(60))
                .until(() -> letter(PRINT_LABEL, "conversationId", conversation), Optional::isPresent)
                .orElseThrow();

        server.manage("/subsystem=messaging-activemq/server=default/jms-queue=" + ServerNames.DEAD
                + ":move-messages(other-queue-name=" + ServerNames.REQUESTS + ",filter=\"MessageId='"
                + first.path("messageId").asText() + "'\")");
        JsonNode again = await("it again, as nobody can be answered")
                .atMost(Duration.ofSeconds(30))
                .until(() -> letter(PRINT_LABEL, "conversationId", conversation), found -> found.filter(
                                letter -> letter.path("reason").asText().equals("reply-address-missing"))
                        .isPresent())
                .orElseThrow();
        HttpAnswer retried = done(again, "/retry", WHY);

        assertThat(retried.json().path("outcome").asText())
                .as(retried.toString())
                .isEqualTo("RETRIED");
        assertThat(alice.awaitFinal(alice.conversationAt(conversation)).conversationStatus())
                .isEqualTo("SUCCEEDED");
    }

    @Test
    void isListedAndGrouped() {
        JsonNode letter = refused();

        assertThat(get(letter).path("headers").path("Reason").asText()).contains(operation);
        JsonNode found = list().query("operation", operation).send().json();
        assertThat(found.path("groups").findValuesAsText("reason")).containsExactly("operation-unknown");
        assertThat(found.path("groups").path(0).path("count").asInt()).isEqualTo(1);
        assertThat(list().query("operation", operation)
                        .query("reason", "expired")
                        .send()
                        .json()
                        .path("deadLetters"))
                .isEmpty();
    }

    @Test
    void isSentAsAnotherRequest() {
        JsonNode letter = refused();
        String other = "{\"reason\": \"the other name\", \"operation\": \"" + PLACE_ORDER + "\", \"body\": ";

        HttpAnswer wrong = done(letter, "/send", other + "{\"nothing\": 1}}");
        HttpAnswer sent = done(letter, "/send", other + order() + "}");

        assertThat(wrong.status()).as("the dead letter stays").isEqualTo(400);
        assertThat(sent.json().path("outcome").asText()).as(sent.toString()).isEqualTo("SENT");
        HttpAnswer ended = olga.awaitFinal(
                olga.conversationAt(sent.json().path("conversationId").asText()));
        assertThat(ended.conversationStatus()).isEqualTo("SUCCEEDED");
        assertThat(ended.json().path("correlationId").asText()).isEqualTo(correlationId);
        assertThat(olga.deadLetters("/" + id(letter)).send().status()).isEqualTo(404);
    }

    @Test
    void isDropped() {
        JsonNode letter = refused();

        HttpAnswer dropped = olga.deadLetters("/" + id(letter))
                .query("reason", "nobody wants it")
                .delete()
                .send();

        assertThat(dropped.json().path("outcome").asText())
                .as(dropped.toString())
                .isEqualTo("DROPPED");
        assertThat(olga.deadLetters("/" + id(letter)).send().status()).isEqualTo(404);
    }

    @Test
    void goesBackIntoItsQueueWithAllOfItsGroup() {
        JsonNode letter = refused();

        HttpAnswer retried = olga.deadLetters("/retry")
                .body("{\"reason\": \"it is deployed\", \"operation\": \"" + operation + "\"}")
                .send();

        assertThat(retried.json().path("done").path(0).path("outcome").asText())
                .as(retried.toString())
                .isEqualTo("PUT_BACK");
        JsonNode again = await("it again, as the operation is still not there")
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> letter(operation, "correlationId", correlationId),
                        found -> found.isPresent() && !id(found.get()).equals(id(letter)))
                .orElseThrow();
        assertThat(again.path("messageId").asText())
                .isEqualTo(letter.path("messageId").asText());
    }

    @Test
    void isForOperatorsWhoSayWhy() {
        JsonNode letter = refused();

        assertThat(alice.deadLetters("").send().status()).isEqualTo(403);
        assertThat(alice.deadLetters("/" + id(letter) + "/retry")
                        .body(WHY)
                        .send()
                        .status())
                .isEqualTo(403);
        assertThat(done(letter, "/retry", "{}").status()).isEqualTo(400);
        assertThat(olga.deadLetters("/nothing").send().status()).isEqualTo(404);
    }

    /** A request that was refused, and nobody could be told. */
    private JsonNode refused() {
        try (JmsParticipant alone = JmsParticipant.core(server, server.alice())) {
            alone.send(JmsRequest.to(operation)
                    .text("{}")
                    .exchange("in-only")
                    .correlationId(correlationId)
                    .withoutReplyAddress());
        }
        return await("a dead letter")
                .atMost(Duration.ofSeconds(30))
                .until(() -> letter(operation, "correlationId", correlationId), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<JsonNode> letter(String about, String member, String value) {
        JsonNode found = list().query("operation", about)
                .query("limit", "200")
                .send()
                .json()
                .path("deadLetters");
        return StreamSupport.stream(found.spliterator(), false)
                .filter(letter -> letter.path(member).asText().equals(value))
                .findFirst();
    }

    private HttpCall list() {
        return olga.deadLetters("");
    }

    private JsonNode get(JsonNode letter) {
        return olga.deadLetters("/" + id(letter)).send().json();
    }

    private HttpAnswer done(JsonNode letter, String what, String body) {
        return olga.deadLetters("/" + id(letter) + what).body(body).send();
    }

    private static String id(JsonNode letter) {
        return letter.path("id").asText();
    }
}
