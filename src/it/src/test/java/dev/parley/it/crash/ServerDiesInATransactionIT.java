package dev.parley.it.crash;

import static dev.parley.it.client.Samples.PLACE_ORDER;
import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.freshReplyQueue;
import static dev.parley.it.client.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.it.client.Answer;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpCall;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.client.Replies;
import dev.parley.it.crash.Fuse.Transaction;
import dev.parley.it.probe.Probe;
import dev.parley.it.server.Delivery;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.share.Configuration;
import dev.parley.it.share.InShares;
import dev.parley.it.share.PointsInShares;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * The process ends at a point of the commit, and is started again on what it left. Each share tries one of the points
 * for each kind of transaction.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 180, unit = TimeUnit.SECONDS)
@InShares(
        on = {Configuration.H2, Configuration.POSTGRESQL},
        seconds = 140)
class ServerDiesInATransactionIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private ParleyServer server;
    private Fuse fuse;
    private Probe probe;

    static Set<CrashPoint> points() {
        return EnumSet.allOf(CrashPoint.class);
    }

    /** Of a transaction in which nothing is received. */
    static Set<CrashPoint> pointsOfTwoBranches() {
        return points().stream()
                .filter(CrashPoint::isPassedWithTwoBranches)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(CrashPoint.class)));
    }

    @BeforeAll
    void prepare() {
        assumeTrue(Delivery.chosen() == Delivery.XA, "With an outbox no transaction has three branches");
        // However slow this machine is, the sample's quick operation counts as quick.
        server = ParleyServer.fresh("dying").with(Probe.archive()).withJava("-Dparley.operation.slow=PT20S");
        fuse = new Fuse(server);
        probe = new Probe(server);
    }

    @AfterAll
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void startAndLetItKnowTheOperation() {
        if (!server.isRunning()) {
            fuse.startAgain();
        }
        var alice = new HttpParticipant(server, server.alice());
        var accepted =
                alice.operation(PLACE_ORDER).body(order()).key(fresh("warm-up")).send();
        assertThat(alice.awaitFinal(accepted.location()).conversationStatus()).isEqualTo("SUCCEEDED");
    }

    @ParameterizedTest
    @PointsInShares("points")
    void requestThatIsDoneAtOnceIsDoneOnce(CrashPoint point) {
        String id = fresh("at-once");
        String queue = freshReplyQueue("alice");

        cutOff(Transaction.REQUEST, point, request(id, queue));

        assertThatItWasDoneOnce(id, "REQUEST,REPLY");
        assertThatItWasAnswered(queue, id, "Reply");
    }

    @ParameterizedTest
    @PointsInShares("points")
    void requestThatIsAcknowledgedIsDoneOnce(CrashPoint point) {
        String id = fresh("acknowledged");
        String queue = freshReplyQueue("alice");

        cutOff(Transaction.REQUEST, point, request(id, queue).acknowledge());

        assertThatItWasDoneOnce(id, "REQUEST,ACK,REPLY");
        assertThatItWasAnswered(queue, id, "Ack", "Reply");
    }

    @ParameterizedTest
    @PointsInShares("points")
    void workThatWasAcknowledgedIsDoneOnce(CrashPoint point) {
        String id = fresh("work");
        String queue = freshReplyQueue("alice");

        cutOff(Transaction.WORK, point, request(id, queue).acknowledge());

        assertThatItWasDoneOnce(id, "REQUEST,ACK,REPLY");
        assertThatItWasAnswered(queue, id, "Ack", "Reply");
    }

    /** Whoever saw no answer asks again with the same key, and cannot know how far it had come. */
    @ParameterizedTest
    @PointsInShares("pointsOfTwoBranches")
    void requestOverHttpThatIsRepeatedIsDoneOnce(CrashPoint point) {
        String id = fresh("http");
        var alice = new HttpParticipant(server, server.alice());
        HttpCall request = alice.operation(PLACE_ORDER).body(order()).key(id);

        fuse.light(Transaction.ACCEPTANCE, point);
        assertThatThrownBy(request::send).isInstanceOf(UncheckedIOException.class);
        server.awaitEnd(Duration.ofSeconds(30));
        fuse.startAgain();

        HttpAnswer accepted = await("acceptance of the repeated request")
                .atMost(PATIENCE)
                .until(request::send, answer -> answer.status() != 503);
        assertThat(accepted.status()).as(accepted.toString()).isEqualTo(202);
        assertThat(alice.awaitFinal(accepted.location()).conversationStatus()).isEqualTo("SUCCEEDED");
        assertThatItWasDoneOnce(id, "REQUEST,REPLY");
    }

    private static JmsRequest request(String id, String queue) {
        return JmsRequest.to(PLACE_ORDER)
                .text(order())
                .messageId(id)
                .correlationId(id)
                .replyTo(queue);
    }

    private void cutOff(Transaction transaction, CrashPoint point, JmsRequest request) {
        fuse.light(transaction, point);
        try (JmsParticipant alice = JmsParticipant.core(server, server.alice())) {
            alice.send(request);
            server.awaitEnd(Duration.ofSeconds(30));
        }
        fuse.startAgain();
    }

    private void assertThatItWasDoneOnce(String id, String journal) {
        String conversations = " from parley_conversation c where c.message_id = '" + id + "'";
        await("the end of " + id)
                .atMost(PATIENCE)
                .until(() -> probe.number("select count(*)" + conversations + " and c.status = 'SUCCEEDED'") > 0);
        await("nothing in doubt").atMost(PATIENCE).until(() -> probe.inDoubt().isNothing());
        assertThat(probe.number("select count(*)" + conversations)).isEqualTo(1);
        assertThat(probe.number("select count(*) from ordering_effect where message_id = '" + id + "'"))
                .isEqualTo(1);
        List<String> kinds = probe.sql("select j.kind from parley_journal j where j.conversation_id in (select c.id"
                + conversations + ") order by j.sequence");
        assertThat(String.join(",", kinds)).isEqualTo(journal);
    }

    private void assertThatItWasAnswered(String queue, String id, String... kinds) {
        try (JmsParticipant alice = JmsParticipant.core(server, server.alice())) {
            Replies replies = alice.listen(queue);
            for (int i = 0; i < kinds.length; i++) {
                Answer answer = replies.next();
                assertThat(answer.kind()).isIn((Object[]) kinds);
                assertThat(answer.correlationId()).isEqualTo(id);
            }
            assertThat(replies.poll(Duration.ofSeconds(1))).isEmpty();
        }
    }
}
