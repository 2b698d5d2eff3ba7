package dev.parley.it.process;

import static dev.parley.it.client.Samples.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.Answer;
import dev.parley.it.client.Asked;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpCall;
import dev.parley.it.client.Instance;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.client.Json;
import dev.parley.it.server.ParleyServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcessRunsToItsEndIT extends ProcessTest {

    private static final String REPLY = "\"reply\":{\"reservation\":{\"$\":\"/steps/stock/reply/reservationId\"},"
            + "\"paid\":{\"$\":\"/steps/pay/reply/amount\"},\"id\":{\"$\":\"/process/id\"}}";

    ProcessRunsToItsEndIT(ParleyServer server) {
        super(server);
    }

    private static String order() {
        return "{\"steps\":[" + STOCK + "," + PAY + "]," + REPLY + "}";
    }

    @Test
    void itsReplyIsMadeOfWhatItsStepsReplied() {
        define(order());

        Instance order = start();

        JsonNode ended = order.end();
        assertThat(ended.path("status").asText()).isEqualTo("SUCCEEDED");
        assertThat(ended.path("reply").path("reservation").asText()).isNotBlank();
        assertThat(ended.path("reply").path("paid").asDouble()).isEqualTo(12.5);
        assertThat(ended.path("reply").path("id").asText()).isEqualTo(order.id());
        assertThat(order.statuses()).containsOnly(entry("stock", "SUCCEEDED"), entry("pay", "SUCCEEDED"));
        assertThat(order.view().path("version").asInt()).isEqualTo(1);
        assertThat(order.actions()).containsExactly("cancel");
    }

    @Test
    void itsRequesterOverJmsGetsOneAnswerHoweverOftenItAsks() {
        define(order());
        JmsRequest request = JmsRequest.to(process)
                .text(Json.object("card", "5100000000000001"))
                .messageId(fresh("order"));
        try (JmsParticipant requester = JmsParticipant.core(server, server.alice())) {
            requester.send(request);
            Answer reply = requester.replies().next();
            requester.send(request);
            Answer again = requester.replies().next();

            assertThat(reply.kind()).isEqualTo("Reply");
            assertThat(again.messageId()).isEqualTo(reply.messageId());
            assertThat(again.text()).isEqualTo(reply.text());
            assertThat(requester.replies().poll(Duration.ofMillis(300))).isEmpty();
        }
    }

    @Test
    void aRepeatedRequestOverHttpBeginsNoSecondInstance() {
        define(order());
        HttpCall request = alice.operation(process)
                .body(Json.object("card", "5100000000000001"))
                .key(fresh("order"));

        HttpAnswer first = request.send();
        HttpAnswer second = request.send();

        assertThat(second.conversationId()).isEqualTo(first.conversationId());
        assertThat(alice.awaitFinal(first.location()).conversationStatus()).isEqualTo("SUCCEEDED");
    }

    @Test
    void aProviderIsToldWhichStepOfWhichProcessAsks() {
        enterPaul("PT10M");
        define("{\"steps\":[" + quoted() + "],\"reply\":{\"price\":{\"$\":\"/steps/quote/reply/price\"}}}");
        Instance order = start();

        Asked asked = paul.next();
        paul.reply(asked, "{\"price\":12}");

        assertThat(asked.operation()).isEqualTo(quote);
        assertThat(property(asked, "Process")).isEqualTo(process);
        assertThat(property(asked, "Step")).isEqualTo("quote");
        assertThat(property(asked, "ProcessId")).isEqualTo(order.id());
        assertThat(asked.conversationId()).isNotBlank().isNotEqualTo(order.id());
        assertThat(asked.messageId()).matches(order.id() + "\\.step\\.quote\\.[0-9a-f]{8}");
        assertThat(property(asked, "Compensates")).isEqualTo("null");
        assertThat(property(asked, "Outcome")).isEqualTo("null");
        assertThat(asked.text()).isEqualTo("{\"item\":\"lamp\"}");
        assertThat(order.end().path("reply").path("price").asInt()).isEqualTo(12);
    }

    @Test
    void whatDoesNotFitItsSchemaBeginsNothing() {
        define("{\"input\":{\"type\":\"object\",\"required\":[\"card\"]},\"steps\":[" + STOCK + "]}");

        HttpAnswer refused = assertThatItIsRefused(
                400, "body-invalid", alice.operation(process).body("{}"));

        assertThat(refused.json().path("errors")).hasSize(1);
    }

    @Test
    void aPointerThatFindsNothingIsAPersonsBusiness() {
        define(steps(STOCK, PAY));

        Instance order = start("{}").await("STUCK").seenBy(olga);

        assertThat(order.step("pay").path("stuck").asText()).isEqualTo("value-missing");
        order.settle(
                "pay",
                "retry",
                "reason",
                "the card was forgotten",
                "input",
                Json.parse("{\"orderId\":\"7\",\"amount\":1,\"card\":\"5100000000000001\"}"));
        assertThat(order.end().path("status").asText()).isEqualTo("SUCCEEDED");
    }

    @Test
    void aReplyThatLacksWhatIsPointedAtIsAPersonsBusinessWhoSeesThePointer() {
        enterPaul("PT10M");
        define(steps(
                quoted(),
                "{\"name\":\"pay\",\"operation\":\"take-payment\",\"input\":{\"orderId\":\"7\","
                        + "\"amount\":{\"$\":\"/steps/quote/reply/price\"},\"card\":{\"$\":\"/request/card\"}}}"));
        Instance order = start();
        paul.reply(paul.next(), "{\"prize\":12}");

        order.await("pay", "STUCK");

        assertThat(order.step("pay").path("stuck").asText()).isEqualTo("value-missing");
        assertThat(order.step("pay").path("detail").asText()).isEqualTo("Nothing is at /steps/quote/reply/price.");
        assertThat(order.journal().toString()).contains("Nothing is at /steps/quote/reply/price.");
        order.seenBy(olga).settle("pay", "resolve", "reason", "paid in cash", "reply", Json.parse("{}"));
        assertThat(order.end().path("status").asText()).isEqualTo("SUCCEEDED");
    }
}
