package dev.parley.it.http;

import static dev.parley.it.client.Samples.PLACE_ORDER;
import static dev.parley.it.client.Samples.TAKE_PAYMENT;
import static dev.parley.it.client.Samples.declinedCard;
import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.order;
import static dev.parley.it.client.Samples.payment;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.Json;
import dev.parley.it.server.ParleyServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConversationIsReadBackIT extends HttpTest {

    ConversationIsReadBackIT(ParleyServer server) {
        super(server);
    }

    @Test
    void tellsWhatWasAskedAndWhatWasAnswered() {
        String key = fresh("key");
        HttpAnswer accepted =
                alice.operation(PLACE_ORDER).body(order()).key(key).send();
        HttpAnswer ended = alice.awaitFinal(accepted.location());

        List<JsonNode> messages = messages(accepted.conversationId());

        JsonNode request = only(messages, "Request");
        assertThat(request.path("direction").asText()).isEqualToIgnoringCase("in");
        assertThat(request.path("type").asText()).isEqualTo(PLACE_ORDER);
        assertThat(request.path("messageId").asText()).isEqualTo(key);
        assertThat(request.path("from").asText()).contains("alice");
        assertThat(body(request)).isEqualTo(Json.parse(order()));
        JsonNode reply = only(messages, "Reply");
        assertThat(reply.path("direction").asText()).isEqualToIgnoringCase("out");
        assertThat(body(reply)).isEqualTo(ended.json().path("reply"));
        assertThat(messages)
                .allSatisfy(message -> assertThat(message.path("correlationId").asText())
                        .isEqualTo(accepted.json().path("correlationId").asText()));
    }

    @Test
    void tellsInOrder() {
        HttpAnswer accepted =
                alice.operation(TAKE_PAYMENT).body(payment(declinedCard())).send();
        alice.awaitFinal(accepted.location());

        List<JsonNode> messages = messages(accepted.conversationId());

        List<Integer> sequences =
                messages.stream().map(each -> each.path("sequence").asInt()).toList();
        assertThat(sequences).isSorted().doesNotHaveDuplicates().startsWith(1);
        assertThat(messages.get(0).path("kind").asText()).isEqualTo("Request");
        assertThat(messages.get(messages.size() - 1).path("kind").asText()).isEqualTo("Fault");
    }

    private List<JsonNode> messages(String conversation) {
        HttpAnswer answer = alice.messages(conversation).send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        List<JsonNode> messages = new ArrayList<>();
        answer.json().path("messages").forEach(messages::add);
        return messages;
    }

    private static JsonNode only(List<JsonNode> messages, String kind) {
        List<JsonNode> found = messages.stream()
                .filter(each -> each.path("kind").asText().equals(kind))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static JsonNode body(JsonNode message) {
        JsonNode body = message.path("body");
        return body.isTextual() ? Json.parse(body.asText()) : body;
    }
}
