package dev.parley.it.slip;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.Json;
import dev.parley.it.server.ParleyServer;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What has ended well goes back, if whoever ordered it wants that. */
class SlipIsUndoneIT extends SlipTest {

    private static final String UNDO = "parley.slip.undo";

    SlipIsUndoneIT(ParleyServer server) {
        super(server);
    }

    @Test
    void itGoesBackOverWhatItHasDone() {
        String id = start(STOCK, STOCK);
        await(id, "SUCCEEDED");

        assertThat(outcome(alice, undo(alice, id))).isEqualTo("undone");

        assertThat(log(await(id, "COMPENSATED")))
                .containsExactly(
                        "done reserve-stock", "done reserve-stock", "undone release-stock", "undone release-stock");
        assertThat(outcome(alice, undo(alice, id))).isEqualTo("nothing-to-undo");
    }

    /** Both have asked before it was undone: neither is left without an answer. */
    @Test
    void allWhoWantItUndoneAreAnswered() {
        String id = start(STOCK, FLIGHT);
        await(id, "SUCCEEDED");
        String first = undo(alice, id);
        await(id, "STUCK");
        String second = undo(alice, id);

        HttpAnswer seen = olga.slip(id).send();
        String why = Json.object("reason", "a voucher was given");
        assertThatItIsRefused(
                412,
                "precondition-failed",
                olga.slip(id + "/skip").header("If-Match", "\"0\"").body(why));
        HttpAnswer skipped = olga.slip(id + "/skip")
                .header("If-Match", seen.header("ETag").orElseThrow())
                .body(why)
                .send();

        assertThat(skipped.status()).as(skipped.toString()).isEqualTo(200);
        assertThat(outcome(alice, first)).isEqualTo("undone");
        assertThat(outcome(alice, second)).isEqualTo("undone");
    }

    /** Nor by a step of a slip, which asks for bob as a conversation of Parley's own. */
    @Test
    void nobodyUndoesWhatSomebodyElseHasOrdered() {
        String id = start(STOCK);
        await(id, "SUCCEEDED");
        String body = body(id);

        JsonNode refused = end(bob, undo(bob, id));
        HttpAnswer ordered = bob.slips()
                .body(order(true, "{\"operation\":\"" + UNDO + "\",\"arguments\":" + body + "}"))
                .send();
        String slip = ordered.json().path("slip").asText();
        JsonNode turned = end(bob, slip);

        assertThat(type(refused.path("fault"))).isEqualTo("conversation-unknown");
        assertThat(turned.path("status").asText()).as(turned.toString()).isEqualTo("FAULTED");
        assertThat(turned.toString()).contains("conversation-unknown");
        assertThat(alice.slip(id).send().json().path("status").asText()).isEqualTo("SUCCEEDED");
    }

    /** Hers is a conversation of her own, whatever it is asked by. */
    @Test
    void aSlipOfHersUndoesAnother() {
        String id = start(STOCK);
        await(id, "SUCCEEDED");

        await(start("{\"operation\":\"" + UNDO + "\",\"arguments\":" + body(id) + "}"), "SUCCEEDED");

        assertThat(log(await(id, "COMPENSATED"))).endsWith("undone release-stock");
    }

    private static String body(String slip) {
        return "{\"reply\":" + Json.object("slip", slip) + "}";
    }

    /** Wants a slip undone; the conversation that answers. */
    private static String undo(HttpParticipant whom, String slip) {
        HttpAnswer accepted = whom.operation(UNDO).body(body(slip)).send();
        assertThat(accepted.status()).as(accepted.toString()).isEqualTo(202);
        return accepted.conversationId();
    }

    private static String outcome(HttpParticipant whom, String conversation) {
        JsonNode ended = end(whom, conversation);
        assertThat(ended.path("status").asText()).as(ended.toString()).isEqualTo("SUCCEEDED");
        return ended.path("reply").path("outcome").asText();
    }

    private static JsonNode end(HttpParticipant whom, String conversation) {
        return Awaitility.await("the end of " + conversation)
                .atMost(Duration.ofSeconds(45))
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> whom.conversation(conversation).send().json(),
                        seen -> !seen.path("status").asText().matches("ACCEPTED|RUNNING|COMPENSATING|"));
    }
}
