package dev.parley.it.crash;

import static dev.parley.it.client.Samples.PLACE_ORDER;
import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.freshReplyQueue;
import static dev.parley.it.client.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.it.client.Answer;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.client.Replies;
import dev.parley.it.probe.Probe;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.share.InShares;
import dev.parley.it.share.PointsInShares;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 * The process ends between the transactions of a server that delivers through an outbox, and is started again on what
 * it left.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 180, unit = TimeUnit.SECONDS)
@InShares
class ServerDiesWithAnOutboxIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private ParleyServer server;
    private Fuse fuse;
    private Probe probe;

    @BeforeAll
    void prepare() {
        // However slow this machine is, the sample's quick operation counts as quick.
        server = ParleyServer.fresh("dying-outbox")
                .withOutbox()
                .with(Probe.archive())
                .withJava("-Dparley.operation.slow=PT20S");
        fuse = new Fuse(server);
        probe = new Probe(server);
    }

    @AfterAll
    void stop() {
        server.close();
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
        awaitEmptyOutbox();
    }

    private void awaitEmptyOutbox() {
        await("an empty outbox").atMost(PATIENCE).until(() -> probe.number("select count(*) from parley_outbox") == 0);
    }

    static Set<OutboxPoint> points() {
        return EnumSet.of(OutboxPoint.REQUEST_STORED, OutboxPoint.WORK_STORED, OutboxPoint.NOT_SENT, OutboxPoint.SENT);
    }

    @ParameterizedTest
    @PointsInShares("points")
    void requestIsDoneOnceAndAnswered(OutboxPoint point) {
        String id = fresh("outbox");
        String queue = freshReplyQueue("alice");

        fuse.light(point);
        try (JmsParticipant alice = JmsParticipant.core(server, server.alice())) {
            alice.send(JmsRequest.to(PLACE_ORDER)
                    .text(order())
                    .messageId(id)
                    .correlationId(id)
                    .replyTo(queue)
                    .acknowledge());
            server.awaitEnd(Duration.ofSeconds(30));
        }
        fuse.startAgain();

        String conversations = " from parley_conversation c where c.message_id = '" + id + "'";
        await("the end of " + id)
                .atMost(PATIENCE)
                .until(() -> probe.number("select count(*)" + conversations + " and c.status = 'SUCCEEDED'") > 0);
        awaitEmptyOutbox();
        await("nothing in doubt").atMost(PATIENCE).until(() -> probe.inDoubt().isNothing());
        assertThat(probe.number("select count(*)" + conversations)).isEqualTo(1);
        assertThat(probe.number("select count(*) from ordering_effect where message_id = '" + id + "'"))
                .isEqualTo(1);
        List<String> kinds = probe.sql("select j.kind from parley_journal j where j.conversation_id in (select c.id"
                + conversations + ") order by j.sequence");
        assertThat(String.join(",", kinds)).isEqualTo("REQUEST,ACK,REPLY");
        assertThatItWasAnswered(queue, id, point.mayAnswerAgain());
    }

    /**
     * Each at least once, and always with the same id; once, where only what was sent from the outbox might have been
     * sent again.
     */
    private void assertThatItWasAnswered(String queue, String id, boolean again) {
        Map<String, String> messageIds = new HashMap<>();
        try (JmsParticipant alice = JmsParticipant.core(server, server.alice())) {
            Replies replies = alice.listen(queue);
            int answers = 0;
            Optional<Answer> next = Optional.of(replies.next());
            while (next.isPresent()) {
                Answer answer = next.get();
                assertThat(answer.correlationId()).isEqualTo(id);
                String before = messageIds.put(answer.kind(), answer.messageId());
                assertThat(answer.messageId()).isEqualTo(before == null ? answer.messageId() : before);
                answers++;
                next = replies.poll(Duration.ofSeconds(1));
            }
            assertThat(messageIds).containsOnlyKeys("Ack", "Reply");
            assertThat(answers).isBetween(2, again ? 4 : 2);
        }
    }
}
