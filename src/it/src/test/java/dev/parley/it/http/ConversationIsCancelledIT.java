package dev.parley.it.http;

import static dev.parley.it.client.Samples.freshReplyQueue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.Samples;
import dev.parley.it.server.ParleyServer;
import java.net.URI;
import org.junit.jupiter.api.Test;

class ConversationIsCancelledIT extends HttpTest {

    ConversationIsCancelledIT(ParleyServer server) {
        super(server);
    }

    @Test
    void endsAndSaysSo() {
        HttpAnswer accepted = bookCourier(20);

        HttpAnswer answer = cancel(accepted);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.conversationStatus()).isEqualTo("CANCELLED");
        HttpAnswer shown = alice.conversation(accepted.conversationId()).send();
        assertThat(shown.conversationStatus()).isEqualTo("CANCELLED");
        assertThat(shown.json().path("fault").path("type").asText()).isEqualTo("urn:parley:fault:cancelled");
    }

    @Test
    void isJournaled() {
        HttpAnswer accepted = bookCourier(20);
        cancel(accepted);

        String journal = alice.messages(accepted.conversationId()).send().text();

        assertThat(journal).contains("\"Notice\"").contains("user:alice").contains("urn:parley:fault:cancelled");
    }

    @Test
    void theRequesterIsToldWhereItWantedToBe() {
        String queue = freshReplyQueue("alice");
        try (JmsParticipant listening = JmsParticipant.core(server, server.alice())) {
            var replies = listening.listen(queue);
            HttpAnswer accepted = alice.operation(Samples.BOOK_COURIER)
                    .query("replyTo", "queue:" + queue)
                    .body(Samples.courier(20))
                    .send();

            cancel(accepted);

            assertThat(replies.next().problem()).isEqualTo("urn:parley:fault:cancelled");
        }
    }

    @Test
    void mayBeSaidTwice() {
        HttpAnswer accepted = bookCourier(20);
        cancel(accepted);

        assertThat(cancel(accepted).status()).isEqualTo(202);
    }

    /** Nothing undoes a label. */
    @Test
    void isTooLateOnceItHasEnded() {
        HttpAnswer accepted = alice.operation(Samples.PRINT_LABEL)
                .body(Samples.label(0))
                .prefer("wait=20")
                .send();

        HttpAnswer answer = cancel(accepted);

        assertThat(answer.status()).as("nothing undoes a label").isEqualTo(409);
        assertThat(answer.json().path("type").asText()).isEqualTo("urn:parley:fault:conversation-ended");
    }

    @Test
    void isOnlyForItsRequesterAndOperators() {
        HttpAnswer accepted = bookCourier(20);

        assertThat(bob.call(uri(accepted)).body("").send().status()).isEqualTo(404);
        assertThat(olga.call(uri(accepted)).body("").send().status()).isEqualTo(202);
    }

    @Test
    void needsAConversation() {
        URI nowhere = URI.create(alice.conversationAt("nowhere") + "/cancel");

        assertThat(alice.call(nowhere).body("").send().status()).isEqualTo(404);
    }

    private static URI uri(HttpAnswer accepted) {
        return URI.create(accepted.location() + "/cancel");
    }

    private HttpAnswer cancel(HttpAnswer accepted) {
        return alice.call(uri(accepted)).body("").send();
    }
}
