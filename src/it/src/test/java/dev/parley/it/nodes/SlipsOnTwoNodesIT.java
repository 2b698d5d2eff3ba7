package dev.parley.it.nodes;

import static dev.parley.it.client.Samples.freshReplyQueue;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.Answer;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.Replies;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.share.Configuration;
import dev.parley.it.share.InShares;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever node a slip is ordered at, each that has the key takes its hops, also those of one that is killed. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
@InShares(on = Configuration.H2, seconds = 100)
class SlipsOnTwoNodesIT extends NodesTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int HOPS = 5;
    private static final String STEP = "{\"operation\":\"run-errand\",\"arguments\":{\"what\":\"milk\"}}";

    SlipsOnTwoNodesIT(Nodes nodes) {
        super(nodes);
    }

    /** What is not known to be quick is not done in the transaction of a hop. */
    @BeforeEach
    void letBothKnowTheErrand() {
        try (JmsParticipant alice = alice()) {
            awaitErrandsOfBoth(alice);
        }
    }

    @AfterEach
    void startAgain() {
        nodes.all().stream().filter(node -> !node.isRunning()).forEach(ParleyServer::start);
    }

    @Test
    void bothTakeHopsOfThem() {
        String queue = freshReplyQueue("alice");

        Set<String> slips = order(queue);

        assertThatEachIsDoneOnce(queue, slips);
        assertThat(nodesOf(slips)).containsExactlyInAnyOrder("node-1", "node-2");
    }

    @Test
    void theOtherOneTakesTheHopsOfOneThatIsKilled() {
        String queue = freshReplyQueue("alice");
        Set<String> slips = order(queue);

        nodes.second().kill();

        slips.addAll(orderAt(queue, nodes.first()));
        nodes.second().start(); // what it has prepared, nobody else can end
        assertThatEachIsDoneOnce(queue, slips);
    }

    private Set<String> order(String queue) {
        Set<String> slips = orderAt(queue, nodes.first());
        slips.addAll(orderAt(queue, nodes.second()));
        return slips;
    }

    private static Set<String> orderAt(String queue, ParleyServer node) {
        Set<String> slips = new TreeSet<>();
        String itinerary = String.join(",", Collections.nCopies(HOPS, STEP));
        String order = "{\"events\":{\"to\":\"queue:" + queue + "\"},\"itinerary\":[" + itinerary + "]}";
        for (int i = 0; i < MANY / 2; i++) {
            HttpAnswer accepted = alice(node).slips().body(order).send();
            assertThat(accepted.status()).as(accepted.toString()).isEqualTo(202);
            slips.add(accepted.json().path("slip").asText());
        }
        return slips;
    }

    private void assertThatEachIsDoneOnce(String queue, Set<String> slips) {
        Set<String> ended = new HashSet<>();
        try (JmsParticipant alice = alice()) {
            Replies notices = alice.listen(queue);
            for (int i = 0; i < slips.size(); i++) {
                Answer notice = notices.next(PATIENCE);
                JsonNode log = notice.json().path("log");
                assertThat(notice.type()).as(notice.text()).isEqualTo("completed");
                assertThat(log).hasSize(HOPS);
                ended.add(notice.property("Slip"));
            }
        }
        assertThat(ended).isEqualTo(slips);
        assertThat(probe().sql("select conversation_id, count(*) from (" + effects(slips)
                        + ") e group by conversation_id having count(*) <> " + HOPS))
                .isEmpty();
    }

    private List<String> nodesOf(Set<String> slips) {
        return probe().sql("select distinct detail from (" + effects(slips) + ") e");
    }

    /** Of their own hops, and of the conversations in which they have asked, as theirs. */
    private static String effects(Set<String> slips) {
        return "select coalesce(substring(c.sender from 14), f.conversation_id) as conversation_id, f.detail"
                + " from ordering_effect f left join parley_conversation c on c.id = f.conversation_id"
                + " and c.sender like 'conversation:%' where coalesce(substring(c.sender from 14), f.conversation_id)"
                + " in ('" + String.join("','", slips) + "')";
    }
}
