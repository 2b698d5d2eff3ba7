package dev.parley.it.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.Asked;
import dev.parley.it.client.DeadMessages;
import dev.parley.it.client.Instance;
import dev.parley.it.client.Json;
import dev.parley.it.server.ParleyServer;
import org.junit.jupiter.api.Test;

/** A provider replies with more than a message may have: what it was asked for, it has done. */
class ReplyIsTooLargeIT extends ProcessTest {

    /** A little more than a body may have, in what everybody may send. */
    private static final String LARGE = "{\"price\":12,\"terms\":\"" + "a".repeat(1024 * 1024) + "\"}";

    ReplyIsTooLargeIT(ParleyServer server) {
        super(server);
    }

    @Test
    void nobodyPointsAtIt() {
        enterPaul("PT10M");
        define(steps(quoted(), STOCK));
        Instance order = start();
        Asked asked = paul.next();

        paul.reply(asked, LARGE);

        assertThat(DeadMessages.awaitReason(server, asked.correlationId())).contains("message-too-large");
        assertThat(order.end().path("status").asText()).isEqualTo("SUCCEEDED");
        assertThat(order.statuses()).containsEntry("quote", "SUCCEEDED").containsEntry("stock", "SUCCEEDED");
    }

    @Test
    void somethingPointsAtIt() {
        enterPaul("PT10M");
        define(steps(
                STOCK,
                quoted(),
                "{\"name\":\"pay\",\"operation\":\"take-payment\",\"input\":{\"orderId\":\"7\","
                        + "\"amount\":{\"$\":\"/steps/quote/reply/price\"},\"card\":{\"$\":\"/request/card\"}}}"));
        Instance order = start();
        Asked asked = paul.next();
        paul.reply(asked, LARGE);

        Asked undo = paul.next();
        paul.reply(undo, "{}");

        assertThat(undo.operation()).isEqualTo(unquote);
        assertThat(property(undo, "Compensates")).isEqualTo(asked.messageId());
        assertThat(property(undo, "Outcome")).isEqualTo("done");
        assertThat(Json.parse(undo.text()))
                .isEqualTo(Json.parse("{\"request\":{\"item\":\"lamp\"},\"reply\":null,\"outcome\":\"done\"}"));
        JsonNode ended = order.end();
        assertThat(ended.path("status").asText()).isEqualTo("COMPENSATED");
        assertThat(type(ended.path("fault").path("cause"))).isEqualTo("reply-too-large");
        assertThat(ended.path("fault").path("compensated").toString()).isEqualTo("[\"stock\",\"quote\"]");
    }
}
