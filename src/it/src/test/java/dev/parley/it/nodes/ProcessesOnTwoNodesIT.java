package dev.parley.it.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.it.load.Load;
import dev.parley.it.process.Customers;
import dev.parley.it.process.Deliveries;
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

/**
 * SIGKILL for each of the nodes, one after the other, while customers have processes begun, and cancelled, at both. In
 * the end effects and compensations are added up.
 */
@Timeout(value = 400, unit = TimeUnit.SECONDS)
@InShares(on = Configuration.H2, seconds = 150)
class ProcessesOnTwoNodesIT extends NodesTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int ENOUGH = 15;

    private final Deliveries deliveries = new Deliveries(probe());
    private final Customers customers = new Customers(nodes.all(), Deliveries.PROCESS);

    ProcessesOnTwoNodesIT(Nodes nodes) {
        super(nodes);
    }

    @BeforeEach
    void define() {
        probe().sql("delete from ordering_effect");
        Deliveries.define(olga(nodes.second()));
    }

    @AfterEach
    void askNoMore() {
        customers.close();
        nodes.all().stream().filter(node -> !node.isRunning()).forEach(ParleyServer::start);
    }

    @Test
    void whatWasDoneIsKeptOrUndone() throws InterruptedException, ExecutionException {
        customers.begin();
        manyAreAccepted();
        nodes.second().kill();
        manyAreAccepted();
        nodes.second().start();
        nodes.first().kill();
        nodes.first().start();
        manyAreAccepted();
        customers.end();
        await("the end of all").atMost(Duration.ofMinutes(3)).until(() -> deliveries.goingOn() == 0);
        await("nothing in doubt").atMost(PATIENCE).until(() -> probe().inDoubt().isNothing());

        System.out.printf(
                "%n| processes on two nodes, each killed | %d accepted | %s |%n%n",
                customers.accepted().size(), deliveries.byStatus());
        assertThat(deliveries.wrong(customers.accepted())).isEmpty();
        assertThat(deliveries.byStatus()).containsKeys("SUCCEEDED", "COMPENSATED");
    }

    private void manyAreAccepted() {
        int enough = customers.accepted().size() + ENOUGH;
        await(ENOUGH + " more processes")
                .atMost(PATIENCE)
                .until(() -> customers.accepted().size() >= enough);
        Load.goOn(Duration.ofMillis(500));
    }
}
