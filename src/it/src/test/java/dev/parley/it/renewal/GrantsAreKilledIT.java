package dev.parley.it.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.it.probe.PoolRows;
import dev.parley.it.probe.Probe;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.TornH2;
import dev.parley.it.share.InShares;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * SIGKILL while holders ask, confirm and give back: two kills by default, more with {@code -Dparley.it.kills=N}, at
 * moments that {@code -Dparley.it.seed=N} makes come again.
 */
@InShares(seconds = 80)
class GrantsAreKilledIT {

    private static final int KILLS = Integer.getInteger("parley.it.kills", 2);
    private static final long SEED = Long.getLong("parley.it.seed", System.nanoTime() % 1_000_000);

    private final Random random = new Random(SEED);
    private final ParleyServer server = ParleyServer.fresh("killed-grants").with(Probe.archive());
    private final Holders holders = new Holders(server);

    @RegisterExtension
    final TornH2 torn = new TornH2(() -> server);

    @AfterEach
    void stop() {
        holders.close();
        server.close();
    }

    @Test
    @Timeout(value = 1200, unit = TimeUnit.SECONDS)
    void everybodyHoldsWhatTheyBelieveTheyHold() throws InterruptedException, ExecutionException {
        server.start();
        holders.begin();
        for (int kill = 0; kill < KILLS; kill++) {
            goOn(Duration.ofMillis(1_500 + random.nextInt(3_000)));
            server.kill();
            server.start();
        }
        goOn(Duration.ofSeconds(2));
        holders.end();

        PoolRows rows = new PoolRows(new Probe(server), holders.pool());
        System.out.printf(
                "%n| renewal | seed %d | %d kills | %d granted | %d confirmed | %d given back |%n%n",
                SEED, KILLS, rows.count("token > 0"), holders.confirmed(), rows.count("state = 'RELEASED'"));
        rows.assertThatTheyAgree();
        assertThat(holders.oddities()).as("seed " + SEED).isEmpty();
        assertThat(holders.confirmed()).isPositive();
        assertThat(rows.count("state = 'RELEASED'")).isPositive();
        assertThat(rows.count("state = 'RELINQUISHED'"))
                .as("all had time to answer")
                .isZero();
        assertThat(rows.count("token > 0")).as("one for each request").isEqualTo(holders.granted());
        assertThat(rows.held()).as("what they keep").isEqualTo(holders.kept());
        assertThat(rows.waiting()).isZero();
    }

    private static void goOn(Duration time) {
        await().pollDelay(time).atMost(time.plusSeconds(10)).until(() -> true);
    }
}
