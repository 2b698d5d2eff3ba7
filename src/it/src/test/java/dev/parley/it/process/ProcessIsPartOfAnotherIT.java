package dev.parley.it.process;

import static dev.parley.it.client.Samples.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.Instance;
import dev.parley.it.client.Json;
import dev.parley.it.server.ParleyServer;
import org.junit.jupiter.api.Test;

/** A step asks another process: whatever becomes of the one goes down to the other. */
class ProcessIsPartOfAnotherIT extends ProcessTest {

    private static final String NIGHT = "{\"name\":\"night\",\"wait\":\"PT1H\"}";

    private final String part = fresh("part");

    ProcessIsPartOfAnotherIT(ParleyServer server) {
        super(server);
    }

    private String partly() {
        return "{\"name\":\"part\",\"operation\":\"" + part + "\"}";
    }

    /** The only instance of the part. */
    private Instance inner() {
        HttpAnswer found = olga.conversations().query("process", part).send();
        JsonNode conversations = found.json().path("conversations");
        assertThat(conversations).as(found.toString()).hasSize(1);
        return new Instance(
                olga,
                olga.conversationAt(conversations.path(0).path("conversationId").asText()));
    }

    @Test
    void whatHasEndedUndoesItself() {
        define(part, steps(STOCK, PAY));
        define(steps(partly(), UNICORN));
        Instance order = start();

        JsonNode ended = order.end();

        assertThat(ended.path("status").asText()).isEqualTo("COMPENSATED");
        assertThat(ended.path("fault").path("compensated").toString()).isEqualTo("[\"part\"]");
        assertThat(inner().self().send().conversationStatus()).isEqualTo("COMPENSATED");
        assertThat(inner().statuses()).containsEntry("stock", "COMPENSATED").containsEntry("pay", "COMPENSATED");
    }

    @Test
    void whatHasEndedUndoesItselfWhenItsDefinitionIsDeleted() {
        define(part, steps(STOCK, PAY));
        define(steps(partly(), NIGHT));
        Instance order = start().await("part", "SUCCEEDED").await("night", "RUNNING");
        assertThat(olga.process(part).delete().send().status()).isEqualTo(204);

        assertThat(order.command("cancel", null).send().status()).isEqualTo(202);

        assertThat(order.end().path("status").asText()).isEqualTo("CANCELLED");
        assertThat(order.statuses()).containsEntry("part", "COMPENSATED");
        assertThat(inner().statuses()).containsEntry("stock", "COMPENSATED").containsEntry("pay", "COMPENSATED");
    }

    /** The one that has asked for it has ended, and has no part in that. */
    @Test
    void whatARerunHasTakenOverUndoesItself() {
        define(part, steps(STOCK));
        define(steps(partly(), PAY));
        Instance order = start();
        order.end();
        HttpAnswer begun = order.seenBy(olga)
                .command("rerun", Json.object("from", "pay", "reason", "paid twice"))
                .send();
        assertThat(begun.status()).as(begun.toString()).isEqualTo(201);
        Instance again = new Instance(alice, begun.location());
        again.end();

        assertThat(again.command("cancel", null).send().status()).isEqualTo(202);

        again.await("part", "COMPENSATED").await("COMPENSATED");
        assertThat(inner().self().send().conversationStatus()).isEqualTo("COMPENSATED");
        assertThat(order.self().send().conversationStatus()).isEqualTo("SUCCEEDED");
    }

    @Test
    void whatRunsIsCancelled() {
        define(part, steps(STOCK, NIGHT));
        define(steps(PAY, partly()));
        Instance order = start().await("part", "RUNNING");
        inner().await("night", "RUNNING");

        assertThat(order.command("cancel", null).send().status()).isEqualTo(202);

        assertThat(order.end().path("status").asText()).isEqualTo("CANCELLED");
        assertThat(order.statuses()).containsEntry("part", "CANCELLED").containsEntry("pay", "COMPENSATED");
        assertThat(inner().self().send().conversationStatus()).isEqualTo("CANCELLED");
        assertThat(inner().statuses()).containsEntry("stock", "COMPENSATED");
    }

    /** It is undone itself, and the whole waits until somebody has seen to that. */
    @Test
    void whatHasEndedCannotBeUndone() {
        define(part, steps(STOCK, FLIGHT));
        define(steps(PAY, partly(), UNICORN));
        Instance order = start().await("part", "COMPENSATING");
        inner().await("STUCK");

        inner().settle("flight", "skip", "reason", "nobody takes it back");

        assertThat(order.end().path("status").asText()).isEqualTo("COMPENSATED");
        assertThat(order.statuses()).containsEntry("part", "COMPENSATED").containsEntry("pay", "COMPENSATED");
        assertThat(inner().statuses()).containsEntry("flight", "SKIPPED").containsEntry("stock", "COMPENSATED");
    }
}
