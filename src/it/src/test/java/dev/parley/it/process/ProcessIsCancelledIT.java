package dev.parley.it.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.Asked;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.Instance;
import dev.parley.it.server.ParleyServer;
import org.junit.jupiter.api.Test;

class ProcessIsCancelledIT extends ProcessTest {

    ProcessIsCancelledIT(ParleyServer server) {
        super(server);
    }

    @Test
    void whatRunsIsHeardOutAndThenAllIsUndone() {
        enterPaul("PT10M");
        define(steps(STOCK, quoted(), PAY));
        Instance order = start();
        Asked asked = paul.next();

        HttpAnswer cancelled = order.command("cancel", null).send();
        HttpAnswer again = order.command("cancel", null).send();

        assertThat(cancelled.status()).as(cancelled.toString()).isEqualTo(202);
        assertThat(again.status()).as(again.toString()).isEqualTo(202);
        assertThat(order.statuses()).containsEntry("quote", "RUNNING");
        paul.reply(asked, "{}");
        paul.reply(paul.next(), "{}");
        JsonNode ended = order.end();
        assertThat(ended.path("status").asText()).isEqualTo("CANCELLED");
        assertThat(type(ended.path("fault"))).isEqualTo("cancelled");
        assertThat(ended.path("fault").path("compensated").toString()).isEqualTo("[\"stock\",\"quote\"]");
        assertThat(order.statuses()).doesNotContainKey("pay");
        assertThat(order.notes()).containsOnlyOnce("cancel");
    }

    @Test
    void whatHasSucceededIsUndone() {
        define(steps(STOCK, PAY));
        Instance order = start();
        order.end();

        assertThat(order.command("cancel", null).send().status()).isEqualTo(202);

        order.await("COMPENSATED");
        assertThat(order.statuses()).containsEntry("stock", "COMPENSATED").containsEntry("pay", "COMPENSATED");
    }

    @Test
    void afterThePivotItGoesOn() {
        enterPaul("PT10M");
        define(steps(with(STOCK, "pivot", "true"), quoted()));
        Instance order = start();
        Asked asked = paul.next();

        assertThatItIsRefused(409, "past-pivot", order.command("cancel", null));

        assertThat(order.view().path("pastPivot").asBoolean()).isTrue();
        paul.reply(asked, "{}");
        assertThat(order.end().path("status").asText()).isEqualTo("SUCCEEDED");
        assertThatItIsRefused(409, "past-pivot", order.command("cancel", null));
    }

    @Test
    void nobodyElseCancelsIt() {
        define(steps("{\"name\":\"night\",\"wait\":\"PT1H\"}"));
        Instance order = start();

        assertThatItIsRefused(404, "conversation-unknown", order.seenBy(bob).command("cancel", null));

        assertThat(order.seenBy(olga).command("cancel", null).send().status()).isEqualTo(202);
        assertThat(order.end().path("status").asText()).isEqualTo("CANCELLED");
    }

    @Test
    void whatWasUndoneIsNotUndoneAgain() {
        define(steps(STOCK, UNICORN));
        Instance order = start();
        order.end();

        assertThatItIsRefused(409, "conversation-ended", order.command("cancel", null));
    }
}
