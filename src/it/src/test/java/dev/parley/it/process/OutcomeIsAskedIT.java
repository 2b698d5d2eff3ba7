package dev.parley.it.process;

import static dev.parley.it.client.Samples.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.Asked;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.Instance;
import dev.parley.it.client.Json;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.WaitingTest;
import org.junit.jupiter.api.Test;

/** A provider is silent, and can be asked whether it was done. */
class OutcomeIsAskedIT extends ProcessTest {

    private final String quoted = fresh("quoted");

    OutcomeIsAskedIT(ParleyServer server) {
        super(server);
    }

    private void enter(String operation, String timeout, String more) {
        HttpAnswer answer = olga.operation(operation)
                .put("{\"provider\":{\"queue\":\"" + paul.queue() + "\"},\"timeout\":\"" + timeout
                        + "\",\"retry\":{\"attempts\":1}" + more + "}")
                .send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }

    private Instance silent() {
        enter(quoted, "PT10M", "");
        enter(unquote, "PT10M", "");
        enter(quote, "PT1S", ",\"outcome\":\"" + quoted + "\"");
        define(steps(STOCK, quoted(), PAY));
        return start();
    }

    @WaitingTest
    void itWasDone() {
        Instance order = silent();
        Asked asked = paul.next();

        Asked first = paul.next();
        paul.reply(first, "{\"outcome\":\"in-doubt\"}");
        Asked second = paul.next();

        assertThat(first.operation()).isEqualTo(quoted);
        assertThat(Json.parse(first.text()))
                .isEqualTo(Json.parse(
                        Json.object("messageId", asked.messageId(), "request", Json.parse("{\"item\":\"lamp\"}"))));
        assertThat(property(first, "ProcessId")).isEqualTo(order.id());
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(order.statuses()).containsEntry("quote", "UNKNOWN").doesNotContainKey("pay");
        paul.reply(second, "{\"outcome\":\"done\",\"reply\":{\"price\":12}}");
        assertThat(order.end().path("status").asText()).isEqualTo("SUCCEEDED");
        assertThat(order.statuses()).containsEntry("quote", "SUCCEEDED");
    }

    @WaitingTest
    void itWasNotDone() {
        Instance order = silent();
        paul.next();

        paul.reply(paul.next(), "{\"outcome\":\"not-done\"}");

        JsonNode ended = order.end();
        assertThat(ended.path("status").asText()).isEqualTo("COMPENSATED");
        assertThat(ended.path("fault").path("compensated").toString()).isEqualTo("[\"stock\"]");
        assertThat(order.statuses()).containsEntry("quote", "FAULTED");
    }

    @Test
    void nobodyIsThereToBeAsked() {
        enter(unquote, "PT1S", "");
        enter(quote, "PT1S", ",\"outcome\":\"" + quoted + "\"");

        HttpAnswer refused =
                assertThatItIsRefused(400, "body-invalid", olga.process(process).put(steps(quoted())));

        assertThat(refused.json().path("errors").toString()).contains(quoted).contains("outcome");
        assertThat(olga.process(process)
                        .put(steps(with(quoted(), "onUnknown", "\"stop\"")))
                        .send()
                        .status())
                .isEqualTo(201);
    }
}
