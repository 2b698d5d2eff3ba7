package dev.parley.it.http;

import static dev.parley.it.client.Samples.PLACE_ORDER;
import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.server.ParleyServer;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConversationIsSomebodyElsesIT extends HttpTest {

    ConversationIsSomebodyElsesIT(ParleyServer server) {
        super(server);
    }

    @Test
    void isNotThereForAnotherParticipant() {
        String id = aliceConversation();

        HttpAnswer conversation = bob.conversation(id).send();
        HttpAnswer messages = bob.messages(id).send();

        assertThat(conversation.status()).isEqualTo(404);
        assertThat(messages.status()).isEqualTo(404);
        assertThat(ids(bob)).isNotEmpty().doesNotContain(id);
    }

    @Test
    void looksLikeOneThatNeverWas() {
        HttpAnswer hers = bob.conversation(aliceConversation()).send();
        HttpAnswer none = bob.conversation(fresh("conversation")).send();

        assertThat(none.status()).isEqualTo(404);
        assertThat(hers.json().path("type")).isEqualTo(none.json().path("type"));
        assertThat(hers.json().path("title")).isEqualTo(none.json().path("title"));
    }

    @Test
    void isThereForItsRequesterAndForAnOperator() {
        String id = aliceConversation();

        assertThat(alice.conversation(id).send().status()).isEqualTo(200);
        assertThat(olga.conversation(id).send().status()).isEqualTo(200);
        assertThat(olga.messages(id).send().status()).isEqualTo(200);
        assertThat(ids(alice)).contains(id);
        assertThat(ids(olga)).contains(id);
    }

    @Test
    void mayNotBeTakenOverByItsName() {
        String id = aliceConversation();

        HttpAnswer refused = bob.operation(PLACE_ORDER)
                .body(order())
                .query("conversation", id)
                .send();

        assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
        assertThat(bob.conversation(id).send().status()).isEqualTo(404);
    }

    private String aliceConversation() {
        bob.operation(PLACE_ORDER).body(order()).send();
        return alice.operation(PLACE_ORDER).body(order()).send().conversationId();
    }

    private static List<String> ids(HttpParticipant participant) {
        return participant
                .conversations()
                .query("limit", "50")
                .send()
                .json()
                .path("conversations")
                .findValuesAsText("conversationId");
    }
}
