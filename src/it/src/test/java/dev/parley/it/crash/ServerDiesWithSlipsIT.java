package dev.parley.it.crash;

import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.freshReplyQueue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.it.client.Answer;
import dev.parley.it.client.Asked;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsProvider;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.client.Replies;
import dev.parley.it.crash.Fuse.Transaction;
import dev.parley.it.probe.Probe;
import dev.parley.it.server.Delivery;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.share.InShares;
import dev.parley.it.share.PointsInShares;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * The process ends while a slip is ordered, takes a step, or goes back: after the next start it is one slip, each of
 * its steps is done once, and each that is to be undone is undone once.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 300, unit = TimeUnit.SECONDS)
@InShares(seconds = 120)
class ServerDiesWithSlipsIT {

    private static final boolean OUTBOX = Delivery.chosen() == Delivery.OUTBOX;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String QUOTE = "quote";
    private static final String QUEUE = "provider.paul.slips";
    private static final String STOCK =
            "{\"operation\":\"reserve-stock\",\"arguments\":{\"item\":\"lamp\",\"quantity\":2}}";
    private static final String PAY = "{\"operation\":\"take-payment\",\"arguments\":"
            + "{\"orderId\":\"7\",\"amount\":12.5,\"card\":\"5100000000000001\"}}";

    private ParleyServer server;
    private Fuse fuse;
    private Probe probe;

    /** The message that was received, the rows, the slip that is sent on. */
    static List<CrashPoint> points() {
        return OUTBOX
                ? List.of(CrashPoint.FIRST_BRANCH_COMMITTED)
                : List.of(
                        CrashPoint.BEFORE_PREPARE,
                        CrashPoint.SECOND_BRANCH_PREPARED,
                        CrashPoint.DECISION_IS_WRITTEN,
                        CrashPoint.FIRST_BRANCH_COMMITTED,
                        CrashPoint.SECOND_BRANCH_COMMITTED);
    }

    @BeforeAll
    void prepare() {
        // However slow this machine is, the sample's quick operations count as quick.
        server = ParleyServer.fresh("dying-slips").with(Probe.archive()).withJava("-Dparley.operation.slow=PT20S");
        fuse = new Fuse(server);
        probe = new Probe(server);
        fuse.startAgain();
        HttpAnswer entered = new HttpParticipant(server, server.olga())
                .operation(QUOTE)
                .put("{\"provider\":{\"queue\":\"" + QUEUE + "\"},\"timeout\":\"PT10M\"}")
                .send();
        assertThat(entered.status()).as(entered.toString()).isEqualTo(201);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    /** What is not known to be quick is not done in the transaction of a hop. */
    @BeforeEach
    void startAndLetItKnowTheOperations() {
        if (!server.isRunning()) {
            fuse.startAgain();
        }
        var alice = new HttpParticipant(server, server.alice());
        done(alice, "reserve-stock", "{\"item\":\"lamp\",\"quantity\":1}");
        done(alice, "release-stock", "{\"reservationId\":\"0\",\"item\":\"lamp\",\"quantity\":1}");
        done(alice, "take-payment", "{\"orderId\":\"7\",\"amount\":1,\"card\":\"5100000000000001\"}");
    }

    private static void done(HttpParticipant alice, String operation, String request) {
        var accepted =
                alice.operation(operation).body(request).key(fresh("warm-up")).send();
        assertThat(alice.awaitFinal(accepted.location()).conversationStatus()).isEqualTo("SUCCEEDED");
    }

    @ParameterizedTest
    @PointsInShares("points")
    void isOrderedOnce(CrashPoint point) {
        String queue = freshReplyQueue("alice");
        light(Transaction.SLIP_FROM_JMS, point);
        try (JmsParticipant alice = JmsParticipant.core(server, server.alice())) {
            alice.sendSlip(JmsRequest.withoutType()
                    .text(order("\"variables\":{}", STOCK, PAY))
                    .messageId(fresh("order"))
                    .replyTo(queue));
        }
        dies();

        assertThatItEndsOnce(queue, "completed", "reserve-stock 1,take-payment 1");
    }

    @ParameterizedTest
    @PointsInShares("points")
    void takesAStepOnce(CrashPoint point) {
        String queue = freshReplyQueue("alice");
        light(Transaction.SLIP_HOP, point);
        // The answer may be on its way when the process ends
        CompletableFuture<HttpAnswer> unused = new HttpParticipant(server, server.alice())
                .slips()
                .body(order(events(queue), STOCK, PAY))
                .sendLater();
        dies();

        assertThatItEndsOnce(queue, "completed", "reserve-stock 1,take-payment 1");
    }

    @ParameterizedTest
    @PointsInShares("points")
    void goesBackOnce(CrashPoint point) {
        String queue = freshReplyQueue("alice");
        HttpAnswer accepted = new HttpParticipant(server, server.alice())
                .slips()
                .body(order(events(queue), STOCK, "{\"operation\":\"" + QUOTE + "\"}"))
                .send();
        assertThat(accepted.status()).as(accepted.toString()).isEqualTo(202);
        try (JmsProvider paul = new JmsProvider(server, QUEUE)) {
            Asked asked = paul.next(PATIENCE);
            light(Transaction.SLIP_BACK, point);
            paul.fault(asked, "{\"type\":\"https://paul.example/sold-out\"}");
            dies();
        }

        assertThatItEndsOnce(queue, "faulted", "release-stock 1,reserve-stock 1");
    }

    private static String events(String queue) {
        return "\"events\":{\"to\":\"queue:" + queue + "\"}";
    }

    private static String order(String member, String... steps) {
        return "{" + member + ",\"itinerary\":[" + String.join(",", steps) + "]}";
    }

    private void light(Transaction transaction, CrashPoint point) {
        if (OUTBOX) {
            fuse.light(OutboxPoint.SLIP_STORED);
        } else {
            fuse.light(transaction, point);
        }
    }

    private void dies() {
        server.awaitEnd(Duration.ofSeconds(60));
        fuse.startAgain();
    }

    /** With an outbox a notice may come again, as the same message. */
    private void assertThatItEndsOnce(String queue, String end, String effects) {
        Set<String> ids = new HashSet<>();
        String slip;
        try (JmsParticipant alice = JmsParticipant.core(server, server.alice())) {
            Replies notices = alice.listen(queue);
            Answer first = notices.next(PATIENCE);
            slip = first.property("Slip");
            Optional<Answer> next = Optional.of(first);
            while (next.isPresent()) {
                assertThat(next.get().type()).as(next.get().text()).isEqualTo(end);
                boolean isNew = ids.add(String.valueOf(next.get().messageId()));
                assertThat(isNew || OUTBOX).as("it comes once").isTrue();
                next = notices.poll(Duration.ofMillis(500));
            }
        }
        assertThat(ids).as("one slip").hasSize(1);
        await("nothing in doubt").atMost(PATIENCE).until(() -> probe.inDoubt().isNothing());
        assertThat(String.join(",", effects(slip))).isEqualTo(effects);
    }

    /** Of its own hops, and of the conversations in which it has asked. */
    private List<String> effects(String slip) {
        return probe.sql("select e.operation || ' ' || count(*) from ordering_effect e where e.conversation_id = '"
                + slip + "' or e.conversation_id in (select c.id from parley_conversation c where c.sender ="
                + " 'conversation:" + slip + "') group by e.operation order by e.operation");
    }
}
