package dev.parley.it.crash;

import static dev.parley.it.client.Samples.BARGAIN;
import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.freshReplyQueue;
import static dev.parley.it.client.Samples.offer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.it.client.Answer;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.client.Replies;
import dev.parley.it.crash.Fuse.Transaction;
import dev.parley.it.probe.Probe;
import dev.parley.it.server.Delivery;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.share.InShares;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** The process ends while a turn is being committed and the one after it is kept, or between two turns. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 240, unit = TimeUnit.SECONDS)
@InShares(seconds = 110)
class ServerDiesBetweenTurnsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private ParleyServer server;
    private Fuse fuse;
    private Probe probe;

    @BeforeAll
    void prepare() {
        // However slow this machine is, the sample's quick operation counts as quick.
        server = ParleyServer.fresh("dying-turns").with(Probe.archive()).withJava("-Dparley.operation.slow=PT20S");
        fuse = new Fuse(server);
        probe = new Probe(server);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void takesEachTurnOnceWhereverTheCommitWasCutOff() {
        for (Runnable point : points()) {
            start();
            String id = fresh("bargain");
            String queue = freshReplyQueue("alice");
            try (JmsParticipant alice = JmsParticipant.core(server, server.alice())) {
                alice.send(turn(id, queue, 1, 60));
                Replies replies = alice.listen(queue);
                assertThat(replies.next().turn()).isEqualTo("1");
                alice.send(turn(id, queue, 3, 74).acknowledge());
                assertThat(replies.next().kind()).isEqualTo("Ack");
                point.run();
                alice.send(turn(id, queue, 2, 72).acknowledge());
                server.awaitEnd(Duration.ofSeconds(30));
            }
            fuse.startAgain();
            assertThatEachWasTakenOnce(id, queue);
        }
    }

    @Test
    void goesOnAfterItWasKilledBetweenTwoTurns() {
        start();
        String id = fresh("bargain");
        String queue = freshReplyQueue("alice");
        try (JmsParticipant alice = JmsParticipant.core(server, server.alice())) {
            alice.send(turn(id, queue, 1, 60));
            assertThat(alice.listen(queue).next().turn()).isEqualTo("1");
        }
        server.kill();
        fuse.startAgain();
        try (JmsParticipant alice = JmsParticipant.core(server, server.alice())) {
            alice.send(turn(id, queue, 2, 72));
            alice.send(turn(id, queue, 3, 74));
        }
        assertThatEachWasTakenOnce(id, queue);
    }

    /** With an outbox the rows are committed alone, and what has to be sent goes after them. */
    private List<Runnable> points() {
        return Delivery.chosen() == Delivery.OUTBOX
                ? List.of(() -> fuse.light(OutboxPoint.WORK_STORED), () -> fuse.light(OutboxPoint.SENT))
                : List.of(
                        () -> fuse.light(Transaction.WORK, CrashPoint.SECOND_BRANCH_PREPARED),
                        () -> fuse.light(Transaction.WORK, CrashPoint.SECOND_BRANCH_COMMITTED));
    }

    private void start() {
        if (!server.isRunning()) {
            fuse.startAgain();
        }
        var alice = new HttpParticipant(server, server.alice());
        alice.operation(BARGAIN).body(offer(96)).prefer("wait=30").send();
    }

    private static JmsRequest turn(String id, String queue, int turn, int price) {
        return JmsRequest.to(BARGAIN)
                .text(offer(price))
                .messageId(id + "-" + turn)
                .correlationId(id + "-" + turn)
                .replyTo(queue)
                .property("ConversationId", id)
                .property("Turn", turn);
    }

    private void assertThatEachWasTakenOnce(String id, String queue) {
        String where = " from parley_conversation where id = '" + id + "'";
        await("the end of " + id)
                .atMost(PATIENCE)
                .until(() -> probe.number("select count(*)" + where + " and status = 'SUCCEEDED'") > 0);
        await("nothing in doubt").atMost(PATIENCE).until(() -> probe.inDoubt().isNothing());
        assertThat(probe.sql("select detail from ordering_effect where conversation_id = '" + id + "' order by detail"))
                .containsExactly("offer 1: 60", "offer 2: 72", "offer 3: 74");
        assertThat(probe.number("select count(*) from parley_kept where conversation_id = '" + id + "'"))
                .isZero();
        assertThat(repliesIn(queue)).contains("offers\":2", "offers\":3").hasSize(2);
    }

    private List<String> repliesIn(String queue) {
        List<String> offers = new ArrayList<>();
        try (JmsParticipant alice = JmsParticipant.core(server, server.alice())) {
            Replies replies = alice.listen(queue);
            while (offers.size() < 2) {
                Answer answer = replies.next();
                if ("Reply".equals(answer.kind())) {
                    offers.add("offers\":" + answer.json().path("offers").asInt());
                }
            }
        }
        return offers;
    }
}
