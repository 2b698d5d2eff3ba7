package dev.parley.it.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.it.load.Evidence;
import dev.parley.it.load.Load;
import dev.parley.it.load.Violations;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.ServerNames;
import dev.parley.it.share.Configuration;
import dev.parley.it.share.InShares;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The procedure of an upgrade, while participants ask both nodes: suspend, deploy anew, resume, one after the other.
 */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
@InShares(on = Configuration.H2, seconds = 120)
class NodesAreRedeployedInTurnIT extends NodesTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int ENOUGH = 30;

    /** Those that a test that fails leaves so. */
    private final List<ParleyServer> suspended = new ArrayList<>();

    private Load load;

    NodesAreRedeployedInTurnIT(Nodes nodes) {
        super(nodes);
    }

    @BeforeEach
    void ask() {
        probe().sql("delete from ordering_effect");
        load = new Load(nodes.all());
    }

    @AfterEach
    void askNoMore() {
        load.close();
        suspended.forEach(node -> node.manage(":resume"));
    }

    /**
     * Where Parley is not there, WildFly answers: 503 while it is suspended, 404 while nothing is deployed, and 500 for
     * a moment while it is being deployed. Where Parley answers it says when to come again: what has a problem object
     * is a 503 with Retry-After, which is not among the odd ones.
     */
    @Test
    void nothingIsLostAndNobodyIsToldMoreThanToComeAgain() throws InterruptedException, ExecutionException {
        load.begin();
        answersCome();

        redeploy(nodes.second());
        redeploy(nodes.first());

        load.end();
        Evidence evidence = load.evidence();
        Violations violations = Violations.of(evidence);
        System.out.printf(
                "%nBoth nodes deployed anew: %d requests, %d acknowledged, %d answered: %s; of WildFly itself: %s%n",
                evidence.requesters().size(),
                evidence.acknowledged().size(),
                load.countAnswered(),
                violations,
                statuses(load.oddAnswers()));
        assertThat(violations.total()).as(violations.toString()).isZero();
        assertThat(load.oddAnswers()).allSatisfy(answer -> assertThat(answer)
                .containsPattern(" -> (404|500|503) ")
                .doesNotContain("urn:parley:fault:", "application/problem+json"));
        for (ParleyServer node : nodes.all()) {
            await("readiness of " + node.http()).atMost(PATIENCE).until(() -> isReady(node));
        }
    }

    /** The statuses of answers, each once. */
    private static Set<String> statuses(Set<String> answers) {
        return answers.stream()
                .map(answer -> answer.replaceFirst("(?s).* -> (\\d+) .*", "$1"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void redeploy(ParleyServer node) {
        suspended.add(node);
        node.manage(
                ":suspend(suspend-timeout=20)",
                "/deployment=" + ServerNames.orderingEar().getFileName() + ":redeploy",
                ":resume");
        suspended.remove(node);
        await("Parley on " + node.http()).atMost(PATIENCE).until(node::isAnswering);
        answersCome();
    }

    private static boolean isReady(ParleyServer node) {
        return alice(node)
                        .call(node.management().resolve(ServerNames.READY))
                        .send()
                        .status()
                == 200;
    }

    private void answersCome() {
        int enough = load.countAnswered() + ENOUGH;
        await("answers to " + ENOUGH + " more requests").atMost(PATIENCE).until(() -> load.countAnswered() >= enough);
    }
}
