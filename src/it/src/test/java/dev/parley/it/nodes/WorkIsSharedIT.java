package dev.parley.it.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.Samples;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Both nodes take messages from the broker of the first. */
class WorkIsSharedIT extends NodesTest {

    private static final int REQUESTS = 300;

    WorkIsSharedIT(Nodes nodes) {
        super(nodes);
    }

    @Test
    void eachRequestIsAnsweredAndHasOneEffect() {
        Set<String> answered = new HashSet<>();
        String run = Samples.fresh("run");
        try (JmsParticipant alice = alice()) {
            awaitErrandsOfBoth(alice);
            for (int i = 0; i < REQUESTS; i++) {
                alice.send(errand().messageId(run + "-" + i).correlationId(run + "-" + i));
            }
            for (int i = 0; i < REQUESTS; i++) {
                answered.add(alice.replies().next().correlationId());
            }
        }

        assertThat(answered).hasSize(REQUESTS);
        List<String> effects = probe().sql("select count(*), count(distinct message_id), count(distinct detail)"
                + " from ordering_effect where message_id like '" + run + "%'");
        assertThat(effects).containsExactly(REQUESTS + "\t" + REQUESTS + "\t2");
    }
}
