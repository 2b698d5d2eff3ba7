package dev.parley.it.slip;

import static dev.parley.it.client.Samples.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.Samples;
import dev.parley.it.load.Load;
import dev.parley.it.probe.Probe;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.TornH2;
import dev.parley.it.share.InShares;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * SIGKILL while slips are ordered and travel, forth and back: two kills by default, more with
 * {@code -Dparley.it.kills=N}, at moments that {@code -Dparley.it.seed=N} makes come again. In the end effects and
 * compensations are added up.
 */
@InShares(seconds = 100)
class SlipsAreKilledIT {

    private static final int KILLS = Integer.getInteger("parley.it.kills", 2);
    private static final long SEED = Long.getLong("parley.it.seed", System.nanoTime() % 1_000_000);
    private static final int CUSTOMERS = 6;
    private static final Duration A_MOMENT = Duration.ofMillis(200);
    private static final Map<String, Integer> DONE = Map.of("reserve-stock", 1, "take-payment", 1);
    private static final Map<String, Integer> UNDONE = Map.of("reserve-stock", 1, "release-stock", 1);

    private final Random random = new Random(SEED);
    private final ParleyServer server = ParleyServer.fresh("killed-slips").with(Probe.archive());
    private final Probe probe = new Probe(server);
    private final Map<String, Map<String, Integer>> expected = new ConcurrentHashMap<>();
    private final AtomicBoolean enough = new AtomicBoolean();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @RegisterExtension
    final TornH2 torn = new TornH2(() -> server);

    @AfterEach
    void stop() {
        enough.set(true);
        threads.shutdownNow();
        server.close();
    }

    @Test
    @Timeout(value = 900, unit = TimeUnit.SECONDS)
    void eachIsDoneOnceOrUndone() throws InterruptedException, ExecutionException {
        server.start();
        List<Future<?>> customers = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            int number = i;
            customers.add(threads.submit(() -> order(number)));
        }
        for (int kill = 0; kill < KILLS; kill++) {
            Load.goOn(Duration.ofMillis(2_000 + random.nextInt(3_000)));
            server.kill();
            server.start();
        }
        Load.goOn(Duration.ofSeconds(2));
        enough.set(true);
        for (Future<?> customer : customers) {
            customer.get();
        }

        await("the end of all")
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(unlike()).as("seed " + SEED).isEmpty());
        await("nothing in doubt").atMost(Duration.ofSeconds(60)).until(() -> probe.inDoubt()
                .isNothing());

        assertThat(unlike()).as("seed " + SEED).isEmpty();
        assertThat(effects().values())
                .as("also those whose acceptance nobody heard of")
                .allSatisfy(done -> assertThat(done.values()).containsOnly(1));
        assertThat(expected.values()).contains(DONE, UNDONE);
        System.out.printf("%n| slips | seed %d | %d kills | %d accepted |%n%n", SEED, KILLS, expected.size());
    }

    /** Each orders again with the same key until that was accepted; every second card is declined. */
    private void order(int number) {
        HttpParticipant alice = new HttpParticipant(server, server.alice());
        for (int i = number; !enough.get(); i++) {
            boolean good = i % 2 == 0;
            String card = good ? Samples.goodCard() : Samples.declinedCard();
            String id = ordered(
                    alice,
                    "{\"itinerary\":[{\"operation\":\"reserve-stock\",\"arguments\":{\"item\":\"lamp\",\"quantity\":2}},"
                            + "{\"operation\":\"take-payment\",\"arguments\":{\"orderId\":\"7\",\"amount\":12.5,\"card\":\""
                            + card + "\"}}]}");
            expected.put(id, good ? DONE : UNDONE);
        }
    }

    private String ordered(HttpParticipant alice, String order) {
        String key = "\"" + fresh("slip") + "\"";
        while (true) {
            try {
                HttpAnswer answer =
                        alice.slips().header("Idempotency-Key", key).body(order).send();
                if (answer.status() == 202) {
                    return answer.json().path("slip").asText();
                }
                assertThat(answer.status()).as(answer.toString()).isGreaterThanOrEqualTo(500);
            } catch (RuntimeException e) {
                // The server is down, or went down: that is what this is about.
            }
            Load.goOn(A_MOMENT);
        }
    }

    /** Those of which something else was done than is expected. */
    private List<String> unlike() {
        Map<String, Map<String, Integer>> effects = effects();
        return expected.entrySet().stream()
                .filter(slip -> !slip.getValue().equals(effects.get(slip.getKey())))
                .map(slip -> slip.getKey() + " " + effects.get(slip.getKey()))
                .limit(20)
                .toList();
    }

    /** Of their own hops, and of the conversations in which they have asked, as theirs. */
    private Map<String, Map<String, Integer>> effects() {
        Map<String, Map<String, Integer>> effects = new HashMap<>();
        for (String row : probe.sql("select slip, operation, count(*) from"
                + " (select coalesce(substring(c.sender from 14), e.conversation_id) as slip, e.operation"
                + " from ordering_effect e left join parley_conversation c on c.id = e.conversation_id"
                + " and c.sender like 'conversation:%') done group by slip, operation")) {
            String[] columns = row.split("\t", -1);
            effects.computeIfAbsent(columns[0], slip -> new HashMap<>()).put(columns[1], Integer.valueOf(columns[2]));
        }
        return effects;
    }
}
