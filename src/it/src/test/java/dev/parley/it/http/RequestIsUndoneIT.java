package dev.parley.it.http;

import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.freshProviderQueue;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.Answer;
import dev.parley.it.client.Asked;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.Instance;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsProvider;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.client.Json;
import dev.parley.it.client.Samples;
import dev.parley.it.server.ParleyServer;
import jakarta.jms.JMSException;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** A request that had succeeded is cancelled: what it did is undone, where something does that. */
class RequestIsUndoneIT extends HttpTest {

    private static final String COMMAND = "parley.command";

    RequestIsUndoneIT(ParleyServer server) {
        super(server);
    }

    private HttpAnswer reserved() {
        HttpAnswer accepted = alice.operation(Samples.RESERVE_STOCK)
                .body(Samples.reservation(2))
                .send();
        return alice.awaitFinal(accepted.location());
    }

    private URI uri(HttpAnswer conversation) {
        return alice.conversationAt(conversation.conversationId());
    }

    private HttpAnswer cancel(HttpParticipant by, HttpAnswer conversation, String body) {
        return by.call(URI.create(uri(conversation) + "/cancel")).body(body).send();
    }

    private Instance seen(HttpAnswer conversation) {
        return new Instance(alice, uri(conversation));
    }

    private static JsonNode action(HttpAnswer conversation) {
        return conversation.json().path("actions").path(0);
    }

    @Test
    void byTheMethodThatUndoesIt() {
        HttpAnswer reserved = reserved();
        assertThat(reserved.conversationStatus()).isEqualTo("SUCCEEDED");
        assertThat(action(reserved).path("name").asText()).isEqualTo("cancel");
        assertThat(action(reserved).path("until").asText()).isNotBlank();

        assertThat(cancel(alice, reserved, Json.object("reason", "ordered twice"))
                        .status())
                .isEqualTo(202);

        seen(reserved).await("COMPENSATED");
        HttpAnswer undone = alice.call(uri(reserved)).send();
        assertThat(undone.json().path("reply").path("reservationId").asText()).isNotBlank();
        assertThat(undone.json().path("actions")).isEmpty();
        assertThat(effects(reserved.conversationId() + ".ask.undo.1")).isEqualTo(1);
        String journal = alice.messages(reserved.conversationId()).send().text();
        assertThat(journal).contains("ordered twice", "release-stock");
        HttpAnswer again = cancel(alice, reserved, "");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().path("type").asText()).endsWith("conversation-ended");
    }

    @Test
    void byTheProviderWhoseOperationUndoesIt() throws JMSException {
        String quote = fresh("quote");
        String unquote = fresh("unquote");
        try (JmsProvider paul = new JmsProvider(server, freshProviderQueue("paul"))) {
            enter(unquote, "{\"provider\":{\"queue\":\"" + paul.queue() + "\"}}");
            enter(quote, "{\"provider\":{\"queue\":\"" + paul.queue() + "\"},\"compensation\":\"" + unquote + "\"}");
            HttpAnswer accepted =
                    alice.operation(quote).body("{\"item\":\"lamp\"}").send();
            Asked asked = paul.next();
            paul.reply(asked, "{\"price\":12}");
            alice.awaitFinal(accepted.location());

            assertThat(cancel(alice, accepted, "").conversationStatus()).isEqualTo("COMPENSATING");

            Asked undoing = paul.next();
            assertThat(undoing.operation()).isEqualTo(unquote);
            assertThat(undoing.message().getStringProperty("Compensates")).isEqualTo(asked.messageId());
            assertThat(undoing.message().getStringProperty("Outcome")).isEqualTo("done");
            assertThat(undoing.text())
                    .isEqualTo("{\"request\":{\"item\":\"lamp\"},\"reply\":{\"price\":12},\"outcome\":\"done\"}");

            paul.fault(undoing, "{\"type\":\"https://paul.example/too-late\"}");
            seen(accepted).await("STUCK");
            assertThat(cancel(alice, accepted, "").status()).as("tried again").isEqualTo(202);
            Asked again = paul.next();
            assertThat(again.messageId()).as("it is one message").isEqualTo(undoing.messageId());
            paul.reply(again, "{}");
            seen(accepted).await("COMPENSATED");
        }
    }

    private void enter(String operation, String entry) {
        HttpAnswer entered = olga.operation(operation).put(entry).send();
        assertThat(entered.status()).as(entered.toString()).isEqualTo(201);
    }

    @Test
    void asLongAsItsEntrySays() {
        String quote = fresh("quote");
        try (JmsProvider paul = new JmsProvider(server, freshProviderQueue("paul"))) {
            enter(
                    quote,
                    "{\"provider\":{\"queue\":\"" + paul.queue()
                            + "\"},\"compensation\":\"release-stock\",\"compensable\":\"PT0S\"}");
            HttpAnswer accepted = alice.operation(quote).body("{}").send();
            paul.reply(paul.next(), "{}");
            HttpAnswer ended = alice.awaitFinal(accepted.location());
            assertThat(ended.json().path("actions")).isEmpty();

            HttpAnswer late = cancel(alice, accepted, "");
            assertThat(late.status()).isEqualTo(409);
            assertThat(late.json().path("type").asText()).endsWith("not-compensable");
        }
    }

    @Test
    void whatCannotBeUndoneIsGivenUpByAnOperator() {
        String quote = fresh("quote");
        try (JmsProvider paul = new JmsProvider(server, freshProviderQueue("paul"))) {
            enter(quote, "{\"provider\":{\"queue\":\"" + paul.queue() + "\"},\"compensation\":\"nobody-does-that\"}");
            HttpAnswer accepted = alice.operation(quote).body("{}").send();
            paul.reply(paul.next(), "{}");
            alice.awaitFinal(accepted.location());
            cancel(alice, accepted, "");
            seen(accepted).await("STUCK");

            HttpAnswer silent = cancel(olga, accepted, "{\"force\":true}");
            assertThat(silent.json().path("type").asText()).endsWith("reason-missing");
            assertThat(cancel(alice, accepted, "{\"force\":true,\"reason\":\"why not\"}")
                            .status())
                    .isEqualTo(403);
            HttpAnswer given = cancel(olga, accepted, "{\"force\":true,\"reason\":\"told by phone\"}");
            assertThat(given.conversationStatus()).as(given.toString()).isEqualTo("COMPENSATED");
        }
    }

    @Test
    void overJms() {
        HttpAnswer reserved = reserved();
        JmsRequest cancel = JmsRequest.to(COMMAND)
                .text("{\"command\":\"cancel\",\"reason\":\"ordered twice\"}")
                .property("ConversationId", reserved.conversationId());
        try (JmsParticipant bob = JmsParticipant.core(server, server.bob())) {
            assertThat(bob.ask(cancel.messageId(fresh("m"))).problem()).endsWith("operators-only");
        }
        try (JmsParticipant requester = JmsParticipant.core(server, server.alice())) {
            Answer answer = requester.ask(cancel.messageId(fresh("m")));
            assertThat(answer.kind()).as(answer.text()).isEqualTo("Reply");
            assertThat(answer.json().path("conversationId").asText()).isEqualTo(reserved.conversationId());
            seen(reserved).await("COMPENSATED");

            assertThat(requester.ask(cancel.messageId(fresh("m"))).problem()).endsWith("conversation-ended");
        }
    }
}
