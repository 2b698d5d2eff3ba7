package dev.parley.it.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.Instance;
import dev.parley.it.client.Json;
import dev.parley.it.server.ParleyServer;
import org.junit.jupiter.api.Test;

/** A compensation has said no: a person sees to it. */
class CompensationIsStuckIT extends ProcessTest {

    private static final String REASON = "\"reason\":\"called them\"";

    CompensationIsStuckIT(ParleyServer server) {
        super(server);
    }

    @Test
    void whatCameBeforeWaitsAndThePersonsSeeWhatTheyCanDo() {
        Instance order = stuck();

        assertThat(order.statuses())
                .containsEntry("stock", "SUCCEEDED")
                .containsEntry("flight", "STUCK")
                .containsEntry("unicorn", "FAULTED");
        assertThat(order.step("flight").path("stuck").asText()).isEqualTo("not-refundable");
        assertThat(order.actions())
                .containsExactlyInAnyOrder("pause", "retry flight", "skip flight", "resolve flight", "replace flight");
        assertThat(order.seenBy(alice).actions()).isEmpty();
        assertThat(olga.conversations()
                        .query("operation", process)
                        .query("status", "STUCK")
                        .send()
                        .json()
                        .path("conversations"))
                .hasSize(1);
        order.settle("flight", "skip", "reason", "enough seen").end();
    }

    @Test
    void itIsTriedAgainWithAnotherRequest() {
        Instance order = stuck();

        order.settle(
                "flight",
                "retry",
                "reason",
                "they made it flexible",
                "input",
                Json.parse("{\"bookingId\":\"1\",\"to\":\"Rome\",\"fare\":\"flex\"}"));

        JsonNode ended = order.end();
        assertThat(ended.path("status").asText()).isEqualTo("COMPENSATED");
        assertThat(ended.path("fault").path("compensated").toString()).isEqualTo("[\"stock\",\"flight\"]");
        assertThat(order.notes()).contains("stuck", "retry");
    }

    @Test
    void itIsTriedAgainAndSaysNoAgain() {
        Instance order = stuck();
        String etag = order.step("flight").path("etag").asText();

        order.settle("flight", "retry", "reason", "perhaps by now");

        order.await("flight", "STUCK");
        assertThat(order.step("flight").path("etag").asText()).isNotEqualTo(etag);
        order.settle("flight", "skip", "reason", "enough seen").end();
    }

    @Test
    void itIsWrittenOff() {
        Instance order = stuck();

        order.settle("flight", "skip", "reason", "too cheap to argue");

        JsonNode ended = order.end();
        assertThat(ended.path("status").asText()).isEqualTo("COMPENSATED");
        assertThat(ended.path("fault").path("writtenOff").toString()).isEqualTo("[\"flight\"]");
        assertThat(ended.path("fault").path("compensated").toString()).isEqualTo("[\"stock\"]");
        assertThat(order.statuses()).containsEntry("flight", "SKIPPED").containsEntry("stock", "COMPENSATED");
        assertThat(order.journal().toString()).contains("too cheap to argue", "user:olga");
    }

    @Test
    void anotherOperationUndoesIt() {
        Instance order = stuck();

        order.settle("flight", "replace", "reason", "a voucher is better", "operation", "give-voucher");

        assertThat(order.end().path("status").asText()).isEqualTo("COMPENSATED");
        assertThat(order.statuses()).containsEntry("flight", "COMPENSATED");
        assertThat(order.step("flight").path("compensation").asText()).isEqualTo("give-voucher");
    }

    @Test
    void somebodyKnowsThatItIsUndone() {
        Instance order = stuck();

        order.settle("flight", "resolve", "reason", "cancelled by phone", "reply", Json.parse("{}"));

        assertThat(order.end().path("status").asText()).isEqualTo("COMPENSATED");
        assertThat(order.statuses()).containsEntry("flight", "COMPENSATED");
    }

    @Test
    void aCommandIsRefused() {
        Instance order = stuck();
        String etag = order.step("flight").path("etag").asText();

        for (String command : new String[] {"retry", "skip", "resolve", "replace"}) {
            String body = "{" + REASON + more(command) + "}";
            assertThatItIsRefused(
                    412,
                    "precondition-failed",
                    order.command("flight", command, body).header("If-Match", "\"0\""));
            assertThatItIsRefused(
                    400,
                    "reason-missing",
                    order.command("flight", command, body.replace(REASON, "\"reason\":\" \""))
                            .header("If-Match", etag));
            assertThatItIsRefused(
                    404, "step-unknown", order.command("nothing", command, body).header("If-Match", etag));
            assertThatItIsRefused(
                    409,
                    "command-refused",
                    order.command("stock", command, body)
                            .header("If-Match", order.step("stock").path("etag").asText()));
            assertThatItIsRefused(
                    403,
                    "operators-only",
                    order.seenBy(alice).command("flight", command, body).header("If-Match", etag));
            assertThatItIsRefused(
                    404,
                    "conversation-unknown",
                    order.seenBy(bob).command("flight", command, body).header("If-Match", etag));
        }
        assertThatItIsRefused(412, "precondition-failed", order.command("flight", "skip", "{" + REASON + "}"));
        assertThatItIsRefused(
                400, "body-invalid", order.command("flight", "retry", "[]").header("If-Match", etag));
        assertThat(order.step("flight").path("etag").asText()).isEqualTo(etag);

        order.settle("flight", "skip", "reason", "enough seen").end();
        assertThatItIsRefused(
                409,
                "conversation-ended",
                order.command("flight", "skip", "{" + REASON + "}").header("If-Match", etag));
    }

    private static String more(String command) {
        return switch (command) {
            case "resolve" -> ",\"reply\":{}";
            case "replace" -> ",\"operation\":\"give-voucher\"";
            default -> "";
        };
    }
}
