package dev.parley.it.process;

import static dev.parley.it.client.Samples.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.Answer;
import dev.parley.it.client.Instance;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.client.Json;
import dev.parley.it.server.ParleyServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every command, and every refusal of one, over JMS: with the same outcome as over HTTP. */
class CommandsComeOverJmsIT extends ProcessTest {

    private static final String NIGHT = "{\"name\":\"night\",\"wait\":\"PT1H\"}";

    private JmsParticipant operator;

    CommandsComeOverJmsIT(ParleyServer server) {
        super(server);
    }

    @BeforeEach
    void connect() {
        operator = JmsParticipant.core(server, server.olga());
    }

    @AfterEach
    void close() {
        operator.close();
    }

    private static Answer give(JmsParticipant by, String to, Object... command) {
        return by.ask(JmsRequest.to("parley.command").text(Json.object(command)).property("ConversationId", to));
    }

    private Answer give(Instance to, Object... command) {
        return give(operator, to.id(), command);
    }

    private void assertThatItIsDone(Instance to, Object... command) {
        Answer done = give(to, command);
        assertThat(done.kind()).as(done.text()).isEqualTo("Reply");
        assertThat(done.json().path("conversationId").asText()).isEqualTo(to.id());
    }

    private static void assertRefused(int status, String problem, Answer answer) {
        assertThat(answer.kind()).as(answer.text()).isEqualTo("Fault");
        assertThat(type(answer.json())).as(answer.text()).isEqualTo(problem);
        assertThat(answer.json().path("status").asInt()).as(answer.text()).isEqualTo(status);
    }

    private static String etag(Instance order, String step) {
        return order.step(step).path("etag").asText();
    }

    @Test
    void itIsPausedAndResumedAndCancelled() {
        define(steps(STOCK, NIGHT));
        Instance order = start().await("night", "RUNNING").seenBy(olga);

        assertThatItIsDone(order, "command", "pause", "reason", "stocktaking");
        assertThat(order.view().path("paused").asBoolean()).isTrue();
        assertThatItIsDone(order, "command", "resume", "reason", "counted");
        assertThat(order.view().path("paused").asBoolean()).isFalse();
        assertThatItIsDone(order, "command", "cancel", "reason", "nobody needs a lamp");

        assertThat(order.end().path("status").asText()).isEqualTo("CANCELLED");
        assertThat(order.statuses()).containsEntry("stock", "COMPENSATED");
        assertThat(order.notes()).containsSubsequence("pause", "resume", "cancel");
        assertThat(order.journal().toString()).contains("stocktaking", "counted", "nobody needs a lamp", "user:olga");
    }

    @Test
    void itIsCancelledByWhoHasAskedForItWithoutAReason() {
        define(steps(STOCK, NIGHT));
        Instance order = start().await("night", "RUNNING");
        try (JmsParticipant requester = JmsParticipant.core(server, server.alice())) {
            Answer done = give(requester, order.id(), "command", "cancel");

            assertThat(done.kind()).as(done.text()).isEqualTo("Reply");
        }
        assertThat(order.end().path("status").asText()).isEqualTo("CANCELLED");
    }

    @Test
    void itIsTriedAgainWithAnotherRequest() {
        Instance order = stuck();

        assertThatItIsDone(
                order,
                "command",
                "retry",
                "step",
                "flight",
                "etag",
                etag(order, "flight"),
                "reason",
                "they made it flexible",
                "input",
                Json.parse("{\"bookingId\":\"1\",\"to\":\"Rome\",\"fare\":\"flex\"}"));

        JsonNode ended = order.end();
        assertThat(ended.path("status").asText()).isEqualTo("COMPENSATED");
        assertThat(ended.path("fault").path("compensated").toString()).isEqualTo("[\"stock\",\"flight\"]");
    }

    @Test
    void itIsWrittenOff() {
        Instance order = stuck();

        assertThatItIsDone(
                order, "command", "skip", "step", "flight", "etag", etag(order, "flight"), "reason", "let it stand");

        JsonNode ended = order.end();
        assertThat(ended.path("fault").path("writtenOff").toString()).isEqualTo("[\"flight\"]");
        assertThat(order.statuses()).containsEntry("flight", "SKIPPED").containsEntry("stock", "COMPENSATED");
    }

    @Test
    void somebodyKnowsThatItIsUndone() {
        Instance order = stuck();

        assertThatItIsDone(
                order,
                "command",
                "resolve",
                "step",
                "flight",
                "etag",
                etag(order, "flight"),
                "reason",
                "cancelled by phone",
                "reply",
                Json.parse("{}"));

        assertThat(order.end().path("status").asText()).isEqualTo("COMPENSATED");
        assertThat(order.statuses()).containsEntry("flight", "COMPENSATED");
    }

    @Test
    void anotherOperationUndoesIt() {
        Instance order = stuck();

        assertThatItIsDone(
                order,
                "command",
                "replace",
                "step",
                "flight",
                "etag",
                etag(order, "flight"),
                "reason",
                "a voucher is better",
                "operation",
                "give-voucher");

        assertThat(order.end().path("status").asText()).isEqualTo("COMPENSATED");
        assertThat(order.step("flight").path("compensation").asText()).isEqualTo("give-voucher");
    }

    @Test
    void itIsBegunAnewInTheMiddle() {
        define(steps(STOCK, PAY));
        Instance order = start();
        order.end();

        Answer begun = give(order, "command", "rerun", "from", "pay", "reason", "the payment was lost");

        assertThat(begun.kind()).as(begun.text()).isEqualTo("Reply");
        String id = begun.json().path("conversationId").asText();
        assertThat(id).isNotEqualTo(order.id());
        Instance again = new Instance(olga, olga.conversationAt(id));
        assertThat(again.end().path("status").asText()).isEqualTo("SUCCEEDED");
        assertThat(again.statuses()).containsEntry("stock", "SUCCEEDED").containsEntry("pay", "SUCCEEDED");
        assertThat(order.notes()).contains("rerun");
        assertRefused(
                409, "command-refused", give(order, "command", "rerun", "from", "pay", "reason", "and once more"));
    }

    @Test
    void itIsRefusedAsOverHttp() {
        Instance order = stuck();
        String etag = etag(order, "flight");

        assertRefused(
                412,
                "precondition-failed",
                give(order, "command", "skip", "step", "flight", "etag", "\"0\"", "reason", "r"));
        assertRefused(
                400, "reason-missing", give(order, "command", "skip", "step", "flight", "etag", etag, "reason", " "));
        assertRefused(
                404, "step-unknown", give(order, "command", "skip", "step", "nothing", "etag", etag, "reason", "r"));
        assertRefused(
                409,
                "command-refused",
                give(order, "command", "retry", "step", "stock", "etag", etag(order, "stock"), "reason", "r"));
        assertRefused(404, "instance-unknown", give(operator, fresh("nobody"), "command", "pause", "reason", "r"));
        assertRefused(400, "body-invalid", give(order, "command", "explode", "reason", "r"));
        assertRefused(400, "body-invalid", give(order, "command", "skip", "step", "flight", "reason", "r"));
        assertRefused(
                400,
                "instance-missing",
                operator.ask(JmsRequest.to("parley.command").text(Json.object("command", "pause", "reason", "r"))));
        try (JmsParticipant somebody = JmsParticipant.core(server, server.bob())) {
            assertRefused(403, "operators-only", give(somebody, order.id(), "command", "pause", "reason", "r"));
        }
        assertThat(etag(order, "flight")).as("nothing of it has moved").isEqualTo(etag);

        order.settle("flight", "skip", "reason", "enough seen").end();
        assertRefused(
                409,
                "conversation-ended",
                give(order, "command", "skip", "step", "flight", "etag", etag, "reason", "r"));
    }
}
