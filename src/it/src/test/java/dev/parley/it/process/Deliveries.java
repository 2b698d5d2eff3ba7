package dev.parley.it.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.probe.Probe;
import dev.parley.it.process.Balance.Deeds;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The process that customers ask for while servers are killed, and what it has done. */
public final class Deliveries {

    public static final String PROCESS = "deliver";

    /** What undoes each of its operations. */
    static final Map<String, String> COMPENSATIONS = Map.of(
            "place-order",
            "cancel-order",
            "reserve-stock",
            "release-stock",
            "book-courier",
            "cancel-courier",
            "take-payment",
            "refund-payment");

    /** What has an effect without something that was done before: who is undone has never answered. */
    static final Set<String> ALONE = Set.of("unwrap-gift");

    private static final String STILL_GO_ON = "select count(*) from parley_conversation where status in"
            + " ('ACCEPTED', 'RUNNING', 'COMPENSATING') and (operation = 'deliver' or sender like 'conversation:%')";

    private final Probe probe;

    /** What is in that database. */
    public Deliveries(Probe probe) {
        this.probe = probe;
    }

    /**
     * Methods are done where they are asked for, but for one in the middle, which is isolated. Then somebody is asked
     * who never answers: of that nobody knows, so it is undone, once, and passed over.
     */
    public static void define(HttpParticipant olga) {
        isMade(olga.operation("whisper")
                .put("{\"provider\":{\"queue\":\"provider.nobody\"},\"timeout\":\"PT0.3S\","
                        + "\"retry\":{\"attempts\":1},\"compensation\":\"unwrap-gift\"}")
                .send());
        isMade(olga.process(PROCESS)
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
                .send());
    }

    private static void isMade(HttpAnswer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }

    /** How many conversations have not ended. */
    public int goingOn() {
        return probe.number(STILL_GO_ON);
    }

    /** What all instances did, also those whose acceptance nobody heard of. */
    Map<String, Deeds> deeds() {
        Map<String, Deeds> deeds = new HashMap<>();
        for (String row : probe.sql("select id, status from parley_conversation where operation = '" + PROCESS + "'")) {
            String[] columns = row.split("\t", -1);
            deeds.put(columns[0], new Deeds(columns[1], new HashMap<>()));
        }
        for (String row : probe.sql("select c.sender, e.operation, count(*) from ordering_effect e"
                + " join parley_conversation c on c.id = e.conversation_id"
                + " where c.sender like 'conversation:%' group by c.sender, e.operation")) {
            String[] columns = row.split("\t", -1);
            deeds.computeIfAbsent(columns[0].replace("conversation:", ""), id -> new Deeds("none", new HashMap<>()))
                    .counts()
                    .put(columns[1], Integer.valueOf(columns[2]));
        }
        return deeds;
    }

    /** Adds up what was done of what was promised; nothing is wrong if it is nothing. */
    public String wrong(Collection<String> accepted) {
        Balance balance = balance(accepted);
        return balance.total() == 0 ? "" : balance.toString();
    }

    Balance balance(Collection<String> accepted) {
        return Balance.of(accepted, deeds(), COMPENSATIONS, ALONE);
    }

    /** How many instances have which status. */
    public Map<String, Integer> byStatus() {
        Map<String, Integer> counts = new HashMap<>();
        deeds().values().forEach(done -> counts.merge(done.status(), 1, Integer::sum));
        return counts;
    }
}
