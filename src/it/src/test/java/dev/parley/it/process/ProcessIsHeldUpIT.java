package dev.parley.it.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.Asked;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.Instance;
import dev.parley.it.client.Json;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.WaitingTest;
import org.junit.jupiter.api.Test;

/** A process is paused, or late. */
class ProcessIsHeldUpIT extends ProcessTest {

    private static final String REASON = "{\"reason\":\"stocktaking\"}";

    ProcessIsHeldUpIT(ParleyServer server) {
        super(server);
    }

    @Test
    void whilePausedNothingBegins() {
        enterPaul("PT10M");
        define(steps(quoted(), STOCK));
        Instance order = start();
        Asked asked = paul.next();
        Instance operated = order.seenBy(olga);
        assertThatItIsRefused(403, "operators-only", order.command("pause", REASON));
        assertThatItIsRefused(400, "reason-missing", operated.command("pause", "{}"));

        HttpAnswer paused = operated.command("pause", REASON).send();

        assertThat(paused.status()).as(paused.toString()).isEqualTo(200);
        assertThat(paused.json().path("paused").asBoolean()).isTrue();
        paul.reply(asked, "{}");
        order.await("quote", "SUCCEEDED");
        assertThat(order.statuses()).containsOnlyKeys("quote");
        assertThat(operated.actions()).contains("resume").doesNotContain("pause");
        assertThat(operated.command("resume", REASON).send().status()).isEqualTo(200);
        assertThat(order.end().path("status").asText()).isEqualTo("SUCCEEDED");
        assertThat(order.notes()).containsSubsequence("pause", "resume");
    }

    @WaitingTest
    void afterItsDeadlineItsRequesterIsToldAtOnceAndThenItIsUndone() {
        enterPaul("PT10M");
        define("{\"deadline\":\"PT3S\",\"steps\":[" + STOCK + "," + quoted() + "]}");
        Instance order = start();
        paul.next();

        Asked undo = paul.next();
        paul.reply(undo, "{\"outcome\":\"nothing-to-undo\"}");

        assertThat(undo.operation()).isEqualTo(unquote);
        assertThat(property(undo, "Outcome")).isEqualTo("unknown");
        JsonNode ended = order.end();
        assertThat(ended.path("status").asText()).isEqualTo("EXPIRED");
        assertThat(type(ended.path("fault"))).isEqualTo("expired");
        assertThat(ended.path("fault").path("undoing").asBoolean()).isTrue();
        assertThat(order.statuses()).containsEntry("stock", "COMPENSATED");
    }

    @WaitingTest
    void afterThePivotItIsOverdue() {
        enterPaul("PT10M");
        define("{\"deadline\":\"PT2S\",\"steps\":[" + with(STOCK, "pivot", "true") + "," + quoted() + "]}");
        Instance order = start();
        Asked asked = paul.next();

        order.awaitOverdue();

        assertThat(order.self().send().json().has("expiresAt")).isFalse();
        paul.reply(asked, "{}");
        assertThat(order.end().path("status").asText()).isEqualTo("SUCCEEDED");
        assertThat(order.notes()).contains("overdue");
    }

    @WaitingTest
    void itsRequesterSaysHowLongItMayTake() {
        define(steps(STOCK, "{\"name\":\"night\",\"wait\":\"PT1H\"}"));

        HttpAnswer accepted = alice.operation(process)
                .query("deadline", "PT2S")
                .body(Json.object("card", "5100000000000001"))
                .send();

        assertThat(alice.awaitFinal(accepted.location()).conversationStatus()).isEqualTo("EXPIRED");
    }
}
