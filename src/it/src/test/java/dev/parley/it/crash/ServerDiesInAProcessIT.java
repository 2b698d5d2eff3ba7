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
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * The process ends while an instance begins, goes on, or goes back: after the next start each of its effects is there
 * once, and is kept or undone. A method is done where it is asked for, but for one that is isolated; a provider is
 * asked, and methods follow it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 300, unit = TimeUnit.SECONDS)
@InShares(seconds = 190)
class ServerDiesInAProcessIT {

    private static final boolean OUTBOX = Delivery.chosen() == Delivery.OUTBOX;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String PROCESS = "deliver";
    private static final String QUOTE = "quote";
    private static final String QUEUE = "provider.paul.quotes";
    private static final String KEPT = "book-courier 1,reserve-stock 1,take-payment 1";
    private static final String UNDONE = "book-courier 1,cancel-courier 1,release-stock 1,reserve-stock 1";

    private ParleyServer server;
    private Fuse fuse;
    private Probe probe;

    /** The message that was received, the rows, the messages that are sent. */
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
        server = ParleyServer.fresh("dying-processes").with(Probe.archive()).withJava("-Dparley.operation.slow=PT20S");
        fuse = new Fuse(server);
        probe = new Probe(server);
        fuse.startAgain();
        var olga = new HttpParticipant(server, server.olga());
        isMade(olga.operation(QUOTE)
                .put("{\"provider\":{\"queue\":\"" + QUEUE + "\"},\"timeout\":\"PT10M\"}")
                .send());
        isMade(olga.process(PROCESS)
                .put("{\"steps\":["
                        + "{\"name\":\"stock\",\"operation\":\"reserve-stock\",\"input\":{\"item\":\"lamp\",\"quantity\":2}},"
                        + "{\"name\":\"courier\",\"operation\":\"book-courier\","
                        + "\"input\":{\"orderId\":\"7\",\"address\":\"1 Loop Road\",\"seconds\":0}},"
                        + "{\"name\":\"quote\",\"operation\":\"quote\",\"onUnknown\":\"stop\"},"
                        + "{\"name\":\"pay\",\"operation\":\"take-payment\","
                        + "\"input\":{\"orderId\":\"7\",\"amount\":12.5,\"card\":\"5100000000000001\"}}],"
                        + "\"reply\":{\"price\":{\"$\":\"/steps/quote/reply/price\"}}}")
                .send());
    }

    private static void isMade(HttpAnswer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    /** What is not known to be quick is not done where it is asked for. */
    @BeforeEach
    void startAndLetItKnowTheOperations() {
        if (!server.isRunning()) {
            fuse.startAgain();
        }
        var alice = new HttpParticipant(server, server.alice());
        done(alice, "reserve-stock", "{\"item\":\"lamp\",\"quantity\":1}");
        done(alice, "release-stock", "{\"reservationId\":\"0\",\"item\":\"lamp\",\"quantity\":1}");
        done(alice, "cancel-courier", "{\"bookingId\":\"0\",\"orderId\":\"7\"}");
        done(alice, "take-payment", "{\"orderId\":\"7\",\"amount\":1,\"card\":\"5100000000000001\"}");
    }

    private static void done(HttpParticipant alice, String operation, String request) {
        var accepted =
                alice.operation(operation).body(request).key(fresh("warm-up")).send();
        assertThat(alice.awaitFinal(accepted.location()).conversationStatus()).isEqualTo("SUCCEEDED");
    }

    @ParameterizedTest
    @PointsInShares("points")
    void beginsOnce(CrashPoint point) {
        String id = fresh("begun");
        String queue = freshReplyQueue("alice");
        light(Transaction.REQUEST, OutboxPoint.REQUEST_STORED, point);
        ask(id, queue);
        dies();

        paulReplies();

        assertThatItEnds(id, "SUCCEEDED", KEPT);
        assertThatItWasAnsweredOnce(queue, "Reply");
    }

    /** With what the step does its answer is taken, and the next step asked. */
    @ParameterizedTest
    @PointsInShares("points")
    void doesAStepOnce(CrashPoint point) {
        String id = fresh("done");
        String queue = freshReplyQueue("alice");
        light(Transaction.ISOLATED_WORK, OutboxPoint.WORK_STORED, point);
        ask(id, queue);
        dies();

        paulReplies();

        assertThatItEnds(id, "SUCCEEDED", KEPT);
        assertThatItWasAnsweredOnce(queue, "Reply");
    }

    @ParameterizedTest
    @PointsInShares("points")
    void takesAnAnswerOnce(CrashPoint point) {
        String id = fresh("answered");
        String queue = freshReplyQueue("alice");
        ask(id, queue);
        try (JmsProvider paul = new JmsProvider(server, QUEUE)) {
            Asked asked = paul.next(PATIENCE);
            light(Transaction.ANSWER, OutboxPoint.ANSWER_STORED, point);
            paul.reply(asked, "{\"price\":12}");
            dies();
        }

        assertThatItEnds(id, "SUCCEEDED", KEPT);
        assertThatItWasAnsweredOnce(queue, "Reply");
    }

    /** The decision is made, and the first undoing asked for, in the transaction that takes the fault. */
    @ParameterizedTest
    @PointsInShares("points")
    void goesBackOnce(CrashPoint point) {
        String id = fresh("undone");
        String queue = freshReplyQueue("alice");
        ask(id, queue);
        try (JmsProvider paul = new JmsProvider(server, QUEUE)) {
            Asked asked = paul.next(PATIENCE);
            light(Transaction.ANSWER, OutboxPoint.ANSWER_STORED, point);
            paul.fault(asked, "{\"type\":\"https://paul.example/sold-out\"}");
            dies();
        }

        assertThatItEnds(id, "COMPENSATED", UNDONE);
        assertThatItWasAnsweredOnce(queue, "Fault");
    }

    /** What undoes the courier is isolated; what comes before it is undone where its answer is taken. */
    @ParameterizedTest
    @PointsInShares("points")
    void undoesAStepOnce(CrashPoint point) {
        String id = fresh("undoing");
        String queue = freshReplyQueue("alice");
        ask(id, queue);
        try (JmsProvider paul = new JmsProvider(server, QUEUE)) {
            Asked asked = paul.next(PATIENCE);
            light(Transaction.ISOLATED_WORK, OutboxPoint.WORK_STORED, point);
            paul.fault(asked, "{\"type\":\"https://paul.example/sold-out\"}");
            dies();
        }

        assertThatItEnds(id, "COMPENSATED", UNDONE);
        assertThatItWasAnsweredOnce(queue, "Fault");
    }

    /** What undoes a courier that was asked for without a process is isolated, too. */
    @ParameterizedTest
    @PointsInShares("points")
    void undoesASingleRequestOnce(CrashPoint point) {
        var alice = new HttpParticipant(server, server.alice());
        HttpAnswer accepted = alice.operation("book-courier")
                .body("{\"orderId\":\"7\",\"address\":\"1 Loop Road\",\"seconds\":0}")
                .key(fresh("single"))
                .send();
        assertThat(alice.awaitFinal(accepted.location()).conversationStatus()).isEqualTo("SUCCEEDED");
        light(Transaction.ISOLATED_WORK, OutboxPoint.WORK_STORED, point);
        var unused =
                alice.call(URI.create(accepted.location() + "/cancel")).post().sendLater();
        dies();
        // The cancel itself may have been lost; a second one changes nothing
        alice.call(URI.create(accepted.location() + "/cancel")).post().send();

        String id = accepted.conversationId();
        await("the end of " + id)
                .atMost(PATIENCE)
                .until(() -> probe.number("select count(*) from parley_conversation where status = 'COMPENSATED'"
                                + " and id = '" + id + "'")
                        > 0);
        assertThat(probe.sql("select e.operation || ' ' || count(*) from ordering_effect e"
                        + " join parley_conversation c on c.id = e.conversation_id where c.id = '" + id
                        + "' or c.sender = 'conversation:" + id + "' group by e.operation order by e.operation"))
                .containsExactly("book-courier 1", "cancel-courier 1");
    }

    private void light(Transaction transaction, OutboxPoint outbox, CrashPoint point) {
        if (OUTBOX) {
            fuse.light(outbox);
        } else {
            fuse.light(transaction, point);
        }
    }

    private void ask(String id, String queue) {
        try (JmsParticipant alice = JmsParticipant.core(server, server.alice())) {
            alice.send(JmsRequest.to(PROCESS).messageId(id).correlationId(id).replyTo(queue));
        }
    }

    private void dies() {
        server.awaitEnd(Duration.ofSeconds(60));
        fuse.startAgain();
    }

    /** He is asked by one message, whatever becomes of it. */
    private void paulReplies() {
        try (JmsProvider paul = new JmsProvider(server, QUEUE)) {
            Asked asked = paul.next(PATIENCE);
            paul.reply(asked, "{\"price\":12}");
            Optional<Asked> again = paul.poll(Duration.ofMillis(500));
            assertThat(again.map(Asked::messageId).orElse(asked.messageId())).isEqualTo(asked.messageId());
        }
    }

    private void assertThatItEnds(String id, String status, String effects) {
        String instances = " from parley_conversation i where i.message_id = '" + id + "'";
        await("the end of " + id)
                .atMost(PATIENCE)
                .until(() -> probe.number("select count(*)" + instances + " and i.status = '" + status + "'") > 0);
        await("nothing in doubt").atMost(PATIENCE).until(() -> probe.inDoubt().isNothing());
        assertThat(probe.number("select count(*)" + instances)).isEqualTo(1);
        List<String> done = probe.sql("select e.operation || ' ' || count(*) from ordering_effect e"
                + " join parley_conversation c on c.id = e.conversation_id where c.sender ="
                + " (select 'conversation:' || i.id" + instances + ") group by e.operation order by e.operation");
        assertThat(String.join(",", done)).isEqualTo(effects);
    }

    /** With an outbox it may come again, as the same message. */
    private void assertThatItWasAnsweredOnce(String queue, String kind) {
        Set<String> ids = new HashSet<>();
        try (JmsParticipant alice = JmsParticipant.core(server, server.alice())) {
            Replies replies = alice.listen(queue);
            Optional<Answer> next = Optional.of(replies.next(PATIENCE));
            while (next.isPresent()) {
                assertThat(next.get().kind()).isEqualTo(kind);
                boolean isNew = ids.add(String.valueOf(next.get().messageId()));
                assertThat(isNew || OUTBOX).as("it comes once").isTrue();
                next = replies.poll(Duration.ofMillis(500));
            }
        }
        assertThat(ids).hasSize(1);
    }
}
