package dev.parley.it.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.it.client.Answer;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsProvider;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.client.Json;
import dev.parley.it.client.Samples;
import dev.parley.it.probe.Probe;
import dev.parley.it.server.Once;
import dev.parley.it.server.ParleyServer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the tests of two nodes share: who asks and who manages, at each of them. */
@ExtendWith(TwoNodes.class)
@Tag(Once.TAG)
abstract class NodesTest {

    static final String ERRAND = "run-errand";

    /** More patience than any test has. */
    static final String PATIENT = "\"timeout\":\"PT10M\"";

    /** Of so many errands that wait, both nodes take some. */
    static final int MANY = 40;

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    final Nodes nodes;

    NodesTest(Nodes nodes) {
        this.nodes = nodes;
    }

    static HttpParticipant alice(ParleyServer node) {
        return new HttpParticipant(node, node.alice());
    }

    static HttpParticipant olga(ParleyServer node) {
        return new HttpParticipant(node, node.olga());
    }

    JmsParticipant alice() {
        return JmsParticipant.core(nodes.first(), nodes.first().alice());
    }

    JmsProvider provider(String name) {
        return new JmsProvider(nodes.first(), Samples.freshProviderQueue(name));
    }

    Probe probe() {
        return new Probe(nodes.first());
    }

    /** Writes a directory entry at a node. */
    static void enter(ParleyServer node, String operation, String definition) {
        HttpAnswer answer = olga(node).operation(operation).put(definition).send();
        assertThat(answer.status()).as(answer.toString()).isIn(200, 201);
    }

    static String servedBy(JmsProvider provider) {
        return "{\"provider\":{\"queue\":\"" + provider.queue() + "\"}," + PATIENT + "}";
    }

    static JmsRequest errand() {
        return JmsRequest.to(ERRAND).text(Json.object("what", "milk"));
    }

    /** Asks until both nodes have answered. */
    static void awaitErrandsOfBoth(JmsParticipant alice) {
        Set<String> seen = new TreeSet<>();
        await("errands run by both nodes")
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInSameThread()
                .until(() -> {
                    for (Answer answer : askAtOnce(alice, MANY)) {
                        assertThat(answer.kind()).as(answer.toString()).isEqualTo("Reply");
                        seen.add(answer.json().path("node").asText());
                    }
                    return seen.equals(Set.of("node-1", "node-2"));
                });
    }

    /**
     * Sends many errands before it looks for answers: while nothing waits, the broker gives most to whoever comes
     * first.
     */
    static List<Answer> askAtOnce(JmsParticipant alice, int count) {
        for (int i = 0; i < count; i++) {
            alice.send(errand());
        }
        return IntStream.range(0, count).mapToObj(i -> alice.replies().next()).toList();
    }
}
