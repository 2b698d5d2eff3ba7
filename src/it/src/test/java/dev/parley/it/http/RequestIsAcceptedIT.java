package dev.parley.it.http;

import static dev.parley.it.client.Samples.BOOK_COURIER;
import static dev.parley.it.client.Samples.PLACE_ORDER;
import static dev.parley.it.client.Samples.RECORD_VISIT;
import static dev.parley.it.client.Samples.RESERVE_STOCK;
import static dev.parley.it.client.Samples.TOO_MANY;
import static dev.parley.it.client.Samples.courier;
import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.order;
import static dev.parley.it.client.Samples.reservation;
import static dev.parley.it.client.Samples.visit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.HttpAnswer;
import dev.parley.it.server.ParleyServer;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RequestIsAcceptedIT extends HttpTest {

    private final String key = fresh("key");

    RequestIsAcceptedIT(ParleyServer server) {
        super(server);
    }

    @Test
    void saysWhatWasAcceptedAndWhereToAsk() {
        HttpAnswer accepted =
                alice.operation(PLACE_ORDER).body(order()).key(key).send();

        assertThat(accepted.status()).as(accepted.toString()).isEqualTo(202);
        assertThat(accepted.header("Content-Type").orElse("")).startsWith("application/json");
        assertThat(accepted.header("Retry-After").orElse("")).matches("\\d+");
        var body = accepted.json();
        assertThat(accepted.location().getPath()).endsWith("/conversations/" + accepted.conversationId());
        assertThat(body.path("conversationId").asText()).isNotBlank();
        assertThat(body.path("messageId").asText()).isEqualTo(key);
        assertThat(body.path("correlationId").asText()).isNotBlank();
        assertThat(body.path("operation").asText()).isEqualTo(PLACE_ORDER);
        assertThat(body.path("exchange").asText()).isEqualTo("in-out");
        assertThat(body.path("status").asText()).isEqualTo("ACCEPTED");
        assertThat(Instant.parse(body.path("expiresAt").asText()))
                .isAfter(Instant.parse(body.path("createdAt").asText()));
    }

    @Test
    void hasItsReplyAtTheLocation() {
        HttpAnswer accepted =
                alice.operation(PLACE_ORDER).body(order()).key(key).send();

        HttpAnswer ended = alice.awaitFinal(accepted.location());

        assertThat(ended.status()).isEqualTo(200);
        assertThat(ended.conversationStatus()).isEqualTo("SUCCEEDED");
        assertThat(ended.json().path("reply").path("orderId").asText()).isNotBlank();
        assertThat(ended.json().has("fault")).isFalse();
        assertThat(ended.json().path("updatedAt").asText()).isNotBlank();
        assertThat(ended.header("Retry-After")).isEmpty();
        assertThat(effects(key)).isEqualTo(1);
    }

    @Test
    void hasItsFaultAtTheLocation() {
        HttpAnswer accepted =
                alice.operation(RESERVE_STOCK).body(reservation(TOO_MANY)).send();

        HttpAnswer ended = alice.awaitFinal(accepted.location());

        assertThat(ended.status()).isEqualTo(200);
        assertThat(ended.conversationStatus()).isEqualTo("FAULTED");
        var fault = ended.json().path("fault");
        assertThat(fault.path("type").asText()).isEqualTo("urn:parley:fault:out-of-stock");
        assertThat(fault.path("available").isNumber()).isTrue();
        assertThat(ended.json().has("reply")).isFalse();
    }

    @Test
    void getsAMessageIdIfItHasNone() {
        HttpAnswer first = alice.operation(PLACE_ORDER).body(order()).send();
        HttpAnswer second = alice.operation(PLACE_ORDER).body(order()).send();

        assertThat(first.json().path("messageId").asText()).isNotBlank();
        assertThat(second.json().path("messageId").asText())
                .isNotBlank()
                .isNotEqualTo(first.json().path("messageId").asText());
        assertThat(second.location()).isNotEqualTo(first.location());
    }

    @Test
    void isAnsweredWithTheEndIfTheCallerPrefersToWait() {
        HttpAnswer answer =
                alice.operation(PLACE_ORDER).body(order()).prefer("wait=20").send();

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.conversationStatus()).isEqualTo("SUCCEEDED");
        assertThat(answer.json().path("reply").path("orderId").asText()).isNotBlank();
    }

    @Test
    void isNotWaitedForAnyLonger() {
        HttpAnswer answer =
                alice.operation(BOOK_COURIER).body(courier(10)).prefer("wait=1").send();

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.conversationStatus()).isIn("ACCEPTED", "RUNNING");
    }

    @Test
    void succeedsWithoutAReplyIfItIsInOnly() {
        HttpAnswer accepted = alice.operation(RECORD_VISIT)
                .body(visit())
                .key(key)
                .query("exchange", "in-only")
                .send();

        HttpAnswer ended = alice.awaitFinal(accepted.location());

        assertThat(accepted.json().path("exchange").asText()).isEqualTo("in-only");
        assertThat(ended.conversationStatus()).isEqualTo("SUCCEEDED");
        assertThat(ended.json().has("reply")).isFalse();
        assertThat(effects(key)).isEqualTo(1);
    }

    @Test
    void isCalledAsTheCallerSays() {
        String conversation = fresh("conversation");

        HttpAnswer accepted = alice.operation(PLACE_ORDER)
                .body(order())
                .query("conversation", conversation)
                .send();

        assertThat(accepted.conversationId()).isEqualTo(conversation);
        assertThat(alice.awaitFinal(accepted.location()).conversationStatus()).isEqualTo("SUCCEEDED");
    }
}
