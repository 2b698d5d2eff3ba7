package dev.parley.it.http;

import static dev.parley.it.client.Samples.PLACE_ORDER;
import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.order;
import static dev.parley.it.client.Samples.orderOfTheWrongType;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpCall;
import dev.parley.it.client.Json;
import dev.parley.it.server.Once;
import dev.parley.it.server.ParleyServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag(Once.TAG)
class RequestIsRefusedIT extends HttpTest {

    private final String key = fresh("key");

    RequestIsRefusedIT(ParleyServer server) {
        super(server);
    }

    @Test
    void isForAnUnknownOperation() {
        HttpAnswer refused =
                assertThatItIsRefused(404, alice.operation("make-coffee").body(order()));

        assertThat(refused.json().path("detail").asText()).contains("make-coffee");
    }

    @Test
    void doesNotFit() {
        HttpAnswer refused = assertThatItIsRefused(400, placeOrder().body(orderOfTheWrongType()));

        assertThat(refused.json().path("type").asText()).isEqualTo("urn:parley:fault:body-invalid");
        assertThat(refused.json().path("errors").findValuesAsText("field")).containsExactly("/quantity");
        assertThat(refused.json().path("errors").path(0).path("expected").asText())
                .isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"customer\": ",
                "",
                "customer=Ada",
                "{\"customer\": \"half \\ud800\"}",
                "{\"n\": 1e2147483648}"
            })
    void isNotJson(String body) {
        assertThatItIsRefused(400, placeOrder().body(body));
    }

    @Test
    void isTooBig() {
        String body = Json.object("customer", "A".repeat(1024 * 1024), "item", "lamp", "quantity", 1);

        assertThatItIsRefused(413, placeOrder().body(body));
    }

    @Test
    void isOfAnotherMediaType() {
        HttpAnswer refused = placeOrder()
                .header("Content-Type", "application/xml")
                .body("<order/>")
                .send();

        assertThat(refused.status()).as(refused.toString()).isEqualTo(415);
    }

    @ParameterizedTest
    @CsvSource({
        "deadline, -PT5S",
        "deadline, PT0S",
        "deadline, P400000D",
        "deadline, tomorrow",
        "exchange, in-and-out",
        "exchange, out-only",
        "replyTo, queue:parley.work",
        "replyTo, queue:jms.queue.parley.dead",
        "replyTo, nowhere",
    })
    void wantsWhatIsNotPossible(String parameter, String value) {
        assertThatItIsRefused(400, placeOrder().query(parameter, value));
        assertThat(effects(key)).isZero();
    }

    private HttpCall placeOrder() {
        return alice.operation(PLACE_ORDER).body(order()).key(key);
    }

    private static HttpAnswer assertThatItIsRefused(int status, HttpCall call) {
        HttpAnswer refused = call.send();
        assertThat(refused.status()).as(refused.toString()).isEqualTo(status);
        assertThat(refused.header("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(refused.header("Location")).isEmpty();
        assertThat(refused.json().path("type").asText()).startsWith("urn:parley:fault:");
        assertThat(refused.json().path("status").asInt()).isEqualTo(status);
        assertThat(refused.json().path("title").asText()).isNotBlank();
        assertThat(refused.json().path("detail").asText()).isNotBlank();
        return refused;
    }
}
