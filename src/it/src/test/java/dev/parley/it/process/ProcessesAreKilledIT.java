package dev.parley.it.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.load.Load;
import dev.parley.it.probe.Probe;
import dev.parley.it.process.Balance.Deeds;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.TornH2;
import dev.parley.it.share.InShares;
import java.time.Duration;
import java.util.HashMap;
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
@InShares
class ProcessesAreKilledIT {

    private static final int KILLS = Integer.getInteger("parley.it.kills", 2);
    private static final long SEED = Long.getLong("parley.it.seed", System.nanoTime() % 1_000_000);
    private static final String PROCESS = "deliver";
    private static final Map<String, String> COMPENSATIONS =
            Map.of("place-order", "cancel-order", "reserve-stock", "release-stock", "take-payment", "refund-payment");

    private final Random random = new Random(SEED);
    private final ParleyServer server = ParleyServer.fresh("killed-processes").with(Probe.archive());
    private final Customers customers = new Customers(server, PROCESS);
    private final Probe probe = new Probe(server);

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
        define();
        customers.begin();
        for (int kill = 0; kill < KILLS; kill++) {
            Load.goOn(Duration.ofMillis(2_000 + random.nextInt(3_000)));
            server.kill();
            server.start();
        }
        Load.goOn(Duration.ofSeconds(2));
        customers.end();
        await("the end of all")
                .atMost(Duration.ofMinutes(3))
                .until(() -> probe.number("select count(*) from parley_conversation where status in"
                                + " ('ACCEPTED', 'RUNNING', 'COMPENSATING')")
                        == 0);
        await("nothing in doubt").atMost(Duration.ofSeconds(60)).until(() -> probe.inDoubt()
                .isNothing());

        Map<String, Deeds> deeds = deeds();
        Balance balance = Balance.of(customers.accepted(), deeds, COMPENSATIONS);

        System.out.printf(
                "%n| processes | seed %d | %d kills | %d accepted | %s |%n%n",
                SEED, KILLS, customers.accepted().size(), byStatus(deeds));
        assertThat(balance.total()).as("seed " + SEED + ": " + balance).isZero();
        assertThat(byStatus(deeds)).containsKeys("SUCCEEDED", "COMPENSATED");
        assertThat(deeds.values().stream()
                        .filter(d -> d.status().equals("SUCCEEDED"))
                        .map(d -> d.count("unwrap-gift")))
                .as("who never answers is undone once")
                .containsOnly(1);
        assertThatItWouldBeSeen(deeds);
    }

    /**
     * Methods are done where they are asked for, but for one in the middle, which is isolated. Then somebody is asked
     * who never answers: of that nobody knows, so it is undone, once, and passed over.
     */
    private void define() {
        var olga = new HttpParticipant(server, server.olga());
        HttpAnswer entered = olga.operation("whisper")
                .put("{\"provider\":{\"queue\":\"provider.nobody\"},\"timeout\":\"PT0.3S\","
                        + "\"retry\":{\"attempts\":1},\"compensation\":\"unwrap-gift\"}")
                .send();
        assertThat(entered.status()).as(entered.toString()).isEqualTo(201);
        HttpAnswer defined = olga.process(PROCESS)
                .put("{\"steps\":["
                        + "{\"name\":\"order\",\"operation\":\"place-order\","
                        + "\"input\":{\"customer\":\"Ada\",\"item\":\"lamp\",\"quantity\":2}},"
                        + "{\"name\":\"stock\",\"operation\":\"reserve-stock\",\"input\":{\"item\":\"lamp\",\"quantity\":2}},"
                        + "{\"name\":\"courier\",\"operation\":\"book-courier\","
                        + "\"input\":{\"orderId\":\"7\",\"address\":\"1 Loop Road\",\"seconds\":0}},"
                        + "{\"name\":\"whisper\",\"operation\":\"whisper\",\"input\":{\"item\":\"lamp\"},"
                        + "\"onUnknown\":\"compensate\",\"onFault\":\"ignore\"},"
                        + "{\"name\":\"pay\",\"operation\":\"take-payment\","
                        + "\"input\":{\"orderId\":{\"$\":\"/steps/order/reply/orderId\"},\"amount\":12.5,"
                        + "\"card\":{\"$\":\"/request/card\"}}}]}")
                .send();
        assertThat(defined.status()).as(defined.toString()).isEqualTo(201);
    }

    /** Of all instances, also of those whose acceptance nobody heard of. */
    private Map<String, Deeds> deeds() {
        Map<String, Deeds> deeds = new HashMap<>();
        for (String row : probe.sql("select id, status from parley_conversation where operation = '" + PROCESS + "'")) {
            String[] columns = row.split("\t", -1);
            deeds.put(columns[0], new Deeds(columns[1], new HashMap<>()));
        }
        for (String row : probe.sql("select c.sender, e.operation, count(*) from ordering_effect e"
                + " join parley_conversation c on c.id = e.conversation_id group by c.sender, e.operation")) {
            String[] columns = row.split("\t", -1);
            deeds.computeIfAbsent(columns[0].replace("conversation:", ""), id -> new Deeds("none", new HashMap<>()))
                    .counts()
                    .put(columns[1], Integer.valueOf(columns[2]));
        }
        return deeds;
    }

    private static Map<String, Integer> byStatus(Map<String, Deeds> deeds) {
        Map<String, Integer> counts = new HashMap<>();
        deeds.values().forEach(done -> counts.merge(done.status(), 1, Integer::sum));
        return counts;
    }

    /** The other direction: what is not right in the database is seen. */
    private void assertThatItWouldBeSeen(Map<String, Deeds> before) {
        String instance = before.keySet().stream()
                .filter(id -> before.get(id).status().equals("SUCCEEDED"))
                .findFirst()
                .orElseThrow();
        probe.sql("delete from ordering_effect where operation = 'reserve-stock' and conversation_id in"
                + " (select id from parley_conversation where sender = 'conversation:" + instance + "')");

        Balance balance = Balance.of(customers.accepted(), deeds(), COMPENSATIONS);

        assertThat(balance.left()).containsExactly(instance);
    }
}
