package dev.parley.it.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.Answer;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.Instance;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.client.Json;
import dev.parley.it.server.ParleyServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Commands to a process that are requests to an operation, and are answered as such. */
class CommandComesAsAMessageIT extends ProcessTest {

    private static final String COMMAND = "parley.command";

    CommandComesAsAMessageIT(ParleyServer server) {
        super(server);
    }

    private static HttpAnswer give(HttpParticipant by, Instance to, String command) {
        return by.operation(COMMAND)
                .query("conversation", to.id())
                .body(command)
                .prefer("wait=20")
                .send();
    }

    private static String problem(HttpAnswer answer) {
        return type(answer.json().path("fault"));
    }

    @Test
    void isDoneAndAnswered() {
        Instance order = stuck();
        String etag = order.step("flight").path("etag").asText();

        HttpAnswer old =
                give(olga, order, Json.object("command", "skip", "step", "flight", "etag", "\"0\"", "reason", "r"));
        assertThat(problem(old)).isEqualTo("precondition-failed");
        assertThat(problem(give(olga, order, Json.object("command", "pause")))).isEqualTo("reason-missing");

        HttpAnswer done = give(
                olga, order, Json.object("command", "skip", "step", "flight", "etag", etag, "reason", "let it stand"));

        assertThat(done.conversationStatus()).as(done.toString()).isEqualTo("SUCCEEDED");
        assertThat(done.json().path("reply").path("conversationId").asText()).isEqualTo(order.id());
        assertThat(order.end().path("status").asText()).isEqualTo("COMPENSATED");
        assertThat(order.notes()).contains("skip");
    }

    /** Nobody has named her in a setting: the broker knows that she is an operator. */
    @Test
    void isTakenOverJmsOfWhoHasTheRole() {
        Instance order = stuck();
        String etag = order.step("flight").path("etag").asText();
        try (JmsParticipant operator = JmsParticipant.core(server, server.olga())) {
            Answer answer = operator.ask(JmsRequest.to(COMMAND)
                    .text(Json.object("command", "skip", "step", "flight", "etag", etag, "reason", "let it stand"))
                    .property("ConversationId", order.id()));

            assertThat(answer.kind()).as(answer.text()).isEqualTo("Reply");
        }
        assertThat(order.end().path("status").asText()).isEqualTo("COMPENSATED");
    }

    /** What a client says of its roles is not what the broker says. */
    @Test
    void isRefusedToWhoSaysThatHeHasTheRole() {
        Instance order = stuck();
        String command = Json.object("command", "pause", "reason", "r");
        try (JmsParticipant core = JmsParticipant.core(server, server.bob());
                JmsParticipant amqp = JmsParticipant.amqp(server, server.bob())) {
            for (JmsParticipant somebody : List.of(core, amqp)) {
                Answer answer = somebody.ask(JmsRequest.to(COMMAND)
                        .text(command)
                        .property("_PARLEY_ROLES", "operator")
                        .property("ConversationId", order.id()));

                assertThat(answer.problem()).as(answer.text()).endsWith("operators-only");
            }
        }
        order.settle("flight", "skip", "reason", "done with it");
    }

    @Test
    void isRefusedToOthers() {
        Instance order = stuck();

        assertThat(problem(give(bob, order, Json.object("command", "cancel")))).isEqualTo("operators-only");
        assertThat(problem(give(alice, order, Json.object("command", "pause", "reason", "r"))))
                .as("her own, but she may only cancel it")
                .isEqualTo("operators-only");
        assertThatItIsRefused(
                400,
                "body-invalid",
                olga.operation(COMMAND).query("conversation", order.id()).body("{\"command\":\"explode\"}"));
        try (JmsParticipant somebody = JmsParticipant.core(server, server.bob())) {
            Answer answer = somebody.ask(JmsRequest.to(COMMAND)
                    .text(Json.object("command", "cancel"))
                    .property("ConversationId", order.id()));

            assertThat(answer.problem()).endsWith("operators-only");
        }
        order.settle("flight", "skip", "reason", "done with it");
    }
}
