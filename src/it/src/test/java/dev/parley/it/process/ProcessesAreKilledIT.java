package dev.parley.it.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.it.client.HttpParticipant;
import dev.parley.it.load.Load;
import dev.parley.it.probe.Probe;
import dev.parley.it.process.Balance.Deeds;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.TornH2;
import dev.parley.it.share.InShares;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * SIGKILL while customers have processes begun, and cancelled: two kills by default, more with
 * {@code -Dparley.it.kills=N}, at moments that {@code -Dparley.it.seed=N} makes come again. In the end effects and
 * compensations are added up.
 */
@InShares(seconds = 100)
class ProcessesAreKilledIT {

    private static final int KILLS = Integer.getInteger("parley.it.kills", 2);
    private static final long SEED = Long.getLong("parley.it.seed", System.nanoTime() % 1_000_000);

    private final Random random = new Random(SEED);
    private final ParleyServer server = ParleyServer.fresh("killed-processes").with(Probe.archive());
    private final Customers customers = new Customers(List.of(server), Deliveries.PROCESS);
    private final Probe probe = new Probe(server);
    private final Deliveries deliveries = new Deliveries(probe);

    @RegisterExtension
    final TornH2 torn = new TornH2(() -> server);

    @AfterEach
    void stop() {
        customers.close();
        server.close();
    }

    @Test
    @Timeout(value = 1200, unit = TimeUnit.SECONDS)
    void whatWasDoneIsKeptOrUndone() throws InterruptedException, ExecutionException {
        server.start();
        Deliveries.define(new HttpParticipant(server, server.olga()));
        customers.begin();
        for (int kill = 0; kill < KILLS; kill++) {
            Load.goOn(Duration.ofMillis(2_000 + random.nextInt(3_000)));
            server.kill();
            server.start();
        }
        Load.goOn(Duration.ofSeconds(2));
        customers.end();
        await("the end of all").atMost(Duration.ofMinutes(3)).until(() -> deliveries.goingOn() == 0);
        await("nothing in doubt").atMost(Duration.ofSeconds(60)).until(() -> probe.inDoubt()
                .isNothing());

        Map<String, Deeds> deeds = deliveries.deeds();
        Balance balance = deliveries.balance(customers.accepted());

        System.out.printf(
                "%n| processes | seed %d | %d kills | %d accepted | %s |%n%n",
                SEED, KILLS, customers.accepted().size(), deliveries.byStatus());
        assertThat(balance.total()).as("seed " + SEED + ": " + balance).isZero();
        assertThat(deliveries.byStatus()).containsKeys("SUCCEEDED", "COMPENSATED");
        assertThat(deeds.values().stream()
                        .filter(d -> d.status().equals("SUCCEEDED"))
                        .map(d -> d.count("unwrap-gift")))
                .as("who never answers is undone once")
                .containsOnly(1);
        assertThatItWouldBeSeen(deeds);
    }

    /** The other direction: what is not right in the database is seen. */
    private void assertThatItWouldBeSeen(Map<String, Deeds> before) {
        String instance = before.keySet().stream()
                .filter(id -> before.get(id).status().equals("SUCCEEDED"))
                .findFirst()
                .orElseThrow();
        probe.sql("delete from ordering_effect where operation = 'reserve-stock' and conversation_id in"
                + " (select id from parley_conversation where sender = 'conversation:" + instance + "')");

        Balance balance = deliveries.balance(customers.accepted());

        assertThat(balance.left()).containsExactly(instance);
    }
}
