package dev.parley.it.process;

import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.freshProviderQueue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.Instance;
import dev.parley.it.client.JmsProvider;
import dev.parley.it.client.Mail;
import dev.parley.it.client.Mailbox;
import dev.parley.it.server.Delivery;
import dev.parley.it.server.ParleyServer;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A step is asked in a mailbox, and is not wanted any more. */
class RequestIsWithdrawnIT extends ProcessTest {

    private final Mailbox mailbox;

    RequestIsWithdrawnIT(ParleyServer server) {
        super(server);
        mailbox = olga.mailbox(fresh("quotes"));
    }

    @BeforeEach
    void enter() {
        mailbox.define();
        for (String operation : new String[] {quote, unquote}) {
            String entry = "{\"provider\":{\"mailbox\":\"" + mailbox.name() + "\"},\"timeout\":\"PT10M\"}";
            HttpAnswer answer = olga.operation(operation).put(entry).send();
            assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        }
    }

    private void reply(Mail mail, String body) {
        HttpAnswer answer = mailbox.at("locks/" + mail.lock() + "/reply")
                .body("{\"body\":" + body + "}")
                .send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }

    /** Nobody warns of a mailbox: what lies in it is not taken any more. */
    @Test
    void nobodyHasTakenIt() {
        JsonNode defined = define(steps(STOCK, quoted()));
        assertThat(defined.path("warnings").toString()).doesNotContain("fence");
        Instance order = start().await("quote", "RUNNING");

        assertThat(order.command("cancel", null).send().status()).isEqualTo(202);

        JsonNode ended = order.end();
        assertThat(ended.path("status").asText()).isEqualTo("CANCELLED");
        assertThat(ended.path("fault").path("compensated").toString()).isEqualTo("[\"stock\"]");
        assertThat(order.statuses()).containsEntry("quote", "CANCELLED").containsEntry("stock", "COMPENSATED");
        assertThat(mailbox.receive(10)).isEmpty();
    }

    @Test
    void somebodyHasTakenIt() {
        define(steps(STOCK, quoted()));
        Instance order = start().await("quote", "RUNNING");
        Mail asked = mailbox.next();

        assertThat(order.command("cancel", null).send().status()).isEqualTo(202);

        assertThat(order.statuses()).containsEntry("quote", "RUNNING");
        reply(asked, "{}");
        Mail undo = mailbox.next();
        assertThat(undo.text("type")).isEqualTo(unquote);
        reply(undo, "{}");
        assertThat(order.end().path("fault").path("compensated").toString()).isEqualTo("[\"stock\",\"quote\"]");
    }

    @Test
    void anotherBranchHasFailed() {
        define(steps(
                STOCK,
                "{\"name\":\"both\",\"onFault\":\"cancel\",\"parallel\":[[" + quoted() + "],["
                        + UNICORN.replace("reserve-stock", "take-payment")
                                .replace(
                                        "\"input\":{\"item\":\"unicorn\",\"quantity\":1}",
                                        "\"input\":{\"orderId\":\"7\",\"amount\":1,\"card\":\"4000000000000001\"}")
                        + "]]}"));

        Instance order = start();

        assertThat(order.end().path("status").asText()).isEqualTo("COMPENSATED");
        assertThat(order.statuses()).containsEntry("quote", "CANCELLED").containsEntry("stock", "COMPENSATED");
        assertThat(mailbox.receive(10)).isEmpty();
    }

    /** The provider is away: what lies in its queue it does not find any more when it comes. */
    @Test
    void nobodyHasTakenItOutOfAQueue() {
        assumeTrue(Delivery.chosen() == Delivery.XA, "a queue is no part of a transaction with an outbox");
        String queue = freshProviderQueue("away");
        HttpAnswer entered = olga.operation(quote)
                .put("{\"provider\":{\"queue\":\"" + queue + "\"},\"timeout\":\"PT10M\"}")
                .send();
        assertThat(entered.status()).as(entered.toString()).isEqualTo(200);
        define(steps(STOCK, quoted()));
        Instance order = start().await("quote", "RUNNING");

        assertThat(order.command("cancel", null).send().status()).isEqualTo(202);

        assertThat(order.end().path("status").asText()).isEqualTo("CANCELLED");
        assertThat(order.statuses()).containsEntry("quote", "CANCELLED").containsEntry("stock", "COMPENSATED");
        try (JmsProvider back = new JmsProvider(server, queue)) {
            assertThat(back.poll(Duration.ofMillis(500))).isEmpty();
        }
    }

    /** Nothing is left to be withdrawn where a method is to do it later: it has no effect. */
    @Test
    void aMethodHasNotBegunIt() {
        define(steps(
                STOCK,
                "{\"name\":\"label\",\"operation\":\"print-label\",\"input\":{\"orderId\":\"7\",\"failures\":100}}"));
        Instance order = start().await("label", "RUNNING");

        assertThat(order.command("cancel", null).send().status()).isEqualTo(202);

        assertThat(order.end().path("status").asText()).isEqualTo("CANCELLED");
        assertThat(order.statuses()).containsEntry("label", "CANCELLED");
    }
}
