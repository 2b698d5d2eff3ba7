package dev.parley.it.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.JmsProvider;
import dev.parley.it.client.Samples;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.share.Configuration;
import dev.parley.it.share.InShares;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The deadlines of a node that is dead are kept by the other. */
@InShares(on = Configuration.H2)
class NodeDiesBeforeADeadlineIT extends NodesTest {

    private final String operation = Samples.fresh("quote");

    NodeDiesBeforeADeadlineIT(Nodes nodes) {
        super(nodes);
    }

    @Test
    @Timeout(value = 150, unit = TimeUnit.SECONDS)
    void theOtherOneEndsTheConversation() {
        ParleyServer dying = nodes.second();
        HttpParticipant alice = alice(nodes.first());
        try (JmsProvider silent = provider("silent")) {
            enter(nodes.first(), operation, servedBy(silent));
            HttpAnswer accepted = alice(dying)
                    .operation(operation)
                    .body("{}")
                    .query("deadline", "PT6S")
                    .send();
            dying.kill();
            assertThat(accepted.status()).isEqualTo(202);

            HttpAnswer ended = alice.awaitFinal(alice.conversationAt(accepted.conversationId()));

            assertThat(ended.conversationStatus()).isEqualTo("EXPIRED");
            assertThat(ended.json().path("fault").path("type").asText()).isEqualTo("urn:parley:fault:expired");
        } finally {
            dying.start();
            olga(nodes.first()).operation(operation).delete().send();
        }
    }
}
