package dev.parley.it.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.it.client.JmsParticipant;
import dev.parley.it.load.Evidence;
import dev.parley.it.load.Load;
import dev.parley.it.load.Violations;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.share.Configuration;
import dev.parley.it.share.InShares;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** SIGKILL for one of the nodes while participants ask both; it comes back, and the other one goes on meanwhile. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
@InShares(on = Configuration.H2, seconds = 110)
class NodeIsKilledUnderLoadIT extends NodesTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int ENOUGH = 30;

    private Load load;

    NodeIsKilledUnderLoadIT(Nodes nodes) {
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
        nodes.all().stream().filter(node -> !node.isRunning()).forEach(ParleyServer::start);
    }

    @Test
    void theOneThatUsesTheBroker() throws InterruptedException, ExecutionException {
        load.begin();
        answersCome();
        nodes.second().kill();
        answersCome();
        nodes.second().start();
        goesOn(nodes.second());
    }

    /** Without a broker the other one can accept only what needs none. */
    @Test
    void theOneThatHasTheBroker() throws InterruptedException, ExecutionException {
        load.begin();
        answersCome();
        nodes.first().kill();
        nodes.first().start();
        goesOn(nodes.first());
    }

    private void goesOn(ParleyServer killed) throws InterruptedException, ExecutionException {
        answersCome();
        load.end();
        assertThatAllWentWell(killed);
        try (JmsParticipant alice = alice()) {
            awaitErrandsOfBoth(alice);
        }
    }

    private void answersCome() {
        int enough = load.countAnswered() + ENOUGH;
        await("answers to " + ENOUGH + " more requests").atMost(PATIENCE).until(() -> load.countAnswered() >= enough);
    }

    private void assertThatAllWentWell(ParleyServer node) {
        Evidence evidence = load.evidence();
        Violations violations = Violations.of(evidence);
        System.out.printf(
                "%n%s killed: %d requests, %d acknowledged, %d answered: %s%n",
                node.directory().getFileName(),
                evidence.requesters().size(),
                evidence.acknowledged().size(),
                load.countAnswered(),
                violations);
        assertThat(violations.total()).as(violations.toString()).isZero();
        assertThat(load.oddAnswers()).isEmpty();
    }
}
