package dev.parley.it.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.Asked;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.JmsProvider;
import dev.parley.it.client.Samples;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What one node has accepted the other one knows, too. */
class ConversationIsFollowedOnAnotherNodeIT extends NodesTest {

    private final String operation = Samples.fresh("quote");
    private final HttpParticipant here = alice(nodes.first());
    private final HttpParticipant there = alice(nodes.second());

    ConversationIsFollowedOnAnotherNodeIT(Nodes nodes) {
        super(nodes);
    }

    @AfterEach
    void forget() {
        olga(nodes.first()).operation(operation).delete().send();
    }

    @Test
    void isPolledFoundAndReadBack() {
        String id = order(here, Samples.fresh("key")).conversationId();

        HttpAnswer ended = there.awaitFinal(there.conversationAt(id));

        assertThat(ended.conversationStatus()).isEqualTo("SUCCEEDED");
        assertThat(ended.json().path("reply").path("status").asText()).isEqualTo("PLACED");
        assertThat(there.conversations().send().json().findValuesAsText("conversationId"))
                .contains(id);
        assertThat(there.messages(id).send().text()).contains("PLACED");
    }

    @Test
    void isNotBegunAgainByTheSameRequest() {
        String key = Samples.fresh("key");
        String id = order(here, key).conversationId();

        HttpAnswer again = order(there, key);

        assertThat(again.status()).isEqualTo(202);
        assertThat(again.conversationId()).isEqualTo(id);
        there.awaitFinal(there.conversationAt(id));
        assertThat(Samples.effects(there, key)).isEqualTo(1);
    }

    @Test
    void isWaitedForAndNotOnlyUntilTheWaitIsOver() throws InterruptedException, ExecutionException, TimeoutException {
        try (JmsProvider paul = provider("paul")) {
            enter(nodes.first(), operation, servedBy(paul));
            String id = here.operation(operation).body("{}").send().conversationId();
            Asked asked = paul.next();
            CompletableFuture<HttpAnswer> waits = CompletableFuture.supplyAsync(
                    () -> there.conversation(id).prefer("wait=45").send());
            assertThat(there.conversation(id).send().conversationStatus()).isEqualTo("RUNNING");

            paul.reply(asked, "{\"price\":12}");

            // Half of what was asked for: what another node has committed is looked for meanwhile.
            HttpAnswer ended = waits.get(22, TimeUnit.SECONDS);
            assertThat(ended.conversationStatus()).isEqualTo("SUCCEEDED");
        }
    }

    private static HttpAnswer order(HttpParticipant participant, String key) {
        return participant
                .operation(Samples.PLACE_ORDER)
                .body(Samples.order())
                .key(key)
                .send();
    }
}
