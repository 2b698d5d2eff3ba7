package dev.parley.it.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.TornH2;
import dev.parley.it.share.InShares;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * SIGKILL while messages are sent, received and acknowledged: two kills by default, more with
 * {@code -Dparley.it.kills=N}, at moments that {@code -Dparley.it.seed=N} makes come again.
 * {@code -Dparley.it.h2.write-delay=500} is the negative control: H2 as it is by default.
 */
@InShares(seconds = 85)
class TrafficIsKilledIT {

    private static final int KILLS = Integer.getInteger("parley.it.kills", 2);
    private static final long SEED = Long.getLong("parley.it.seed", System.nanoTime() % 1_000_000);

    private final Random random = new Random(SEED);
    private final ParleyServer server = ParleyServer.fresh("killed-traffic");
    private final MailTraffic traffic = new MailTraffic(server);

    @RegisterExtension
    final TornH2 torn = new TornH2(() -> server);

    @AfterEach
    void stop() {
        traffic.close();
        server.close();
    }

    @Test
    @Timeout(value = 1200, unit = TimeUnit.SECONDS)
    void losesNothingBringsNothingBackAndSharesNoLock() throws InterruptedException, ExecutionException {
        Instant begun = Instant.now();
        String delay = System.getProperty("parley.it.h2.write-delay");
        if (delay != null) {
            server.withH2WriteDelay(Integer.parseInt(delay));
        }
        server.start();
        traffic.begin(SEED);
        for (int kill = 0; kill < KILLS; kill++) {
            goOn(Duration.ofMillis(1_000 + random.nextInt(5_000)));
            server.kill();
            server.start();
        }
        goOn(Duration.ofSeconds(3));
        traffic.end();

        var record = traffic.record();
        var violations = record.violations(traffic.sent());
        System.out.printf(
                "%n| relay | seed %d | %d kills | %d accepted | %d delivered | %d acknowledged | %s | %d s |%n%n",
                SEED,
                KILLS,
                record.countAccepted(),
                record.countDeliveries(),
                record.countAcknowledged(),
                violations,
                Duration.between(begun, Instant.now()).toSeconds());
        assertThat(record.countAcknowledged()).isPositive();
        assertThat(violations.total()).as("seed " + SEED + ": " + violations).isZero();
        assertThat(traffic.isEmpty()).as("nothing is left").isTrue();
        assertThat(traffic.oddAnswers()).isEmpty();
    }

    private static void goOn(Duration time) {
        await().pollDelay(time).atMost(time.plusSeconds(10)).until(() -> true);
    }
}
