package dev.parley.it.crash;

import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.freshReplyQueue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.it.client.Answer;
import dev.parley.it.client.Asked;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsProvider;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.client.Replies;
import dev.parley.it.crash.Fuse.Transaction;
import dev.parley.it.probe.Probe;
import dev.parley.it.server.Delivery;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.share.Configuration;
import dev.parley.it.share.InShares;
import dev.parley.it.share.PointsInShares;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;

/** The process ends at a point of the commit that asks a provider outside, or that takes its answer. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 180, unit = TimeUnit.SECONDS)
@InShares(
        on = {Configuration.H2, Configuration.POSTGRESQL},
        seconds = 90)
class ServerDiesWhileAProviderIsAskedIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String OPERATION = "quote";
    private static final String QUEUE = "provider.paul.quotes";

    private ParleyServer server;
    private Fuse fuse;
    private Probe probe;

    static Set<CrashPoint> points() {
        return EnumSet.allOf(CrashPoint.class);
    }

    @BeforeAll
    void prepare() {
        assumeTrue(Delivery.chosen() == Delivery.XA, "With an outbox no transaction has three branches");
        server = ParleyServer.fresh("asking").with(Probe.archive());
        fuse = new Fuse(server);
        probe = new Probe(server);
        fuse.startAgain();
        var entered = new HttpParticipant(server, server.olga())
                .operation(OPERATION)
                .put("{\"provider\":{\"queue\":\"" + QUEUE + "\"},\"timeout\":\"PT10M\"}")
                .send();
        assertThat(entered.status()).isEqualTo(201);
    }

    @AfterAll
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void start() {
        if (!server.isRunning()) {
            fuse.startAgain();
        }
    }

    @ParameterizedTest
    @PointsInShares("points")
    void theProviderIsAskedOnce(CrashPoint point) {
        String id = fresh("asking");
        String queue = freshReplyQueue("alice");
        fuse.light(Transaction.REQUEST, point);
        send(id, queue);
        server.awaitEnd(Duration.ofSeconds(30));
        fuse.startAgain();

        try (JmsProvider paul = new JmsProvider(server, QUEUE)) {
            Asked asked = paul.next(PATIENCE);
            assertThat(asked.attempt()).isEqualTo(1);
            paul.reply(asked, "{\"price\":12}");
            assertThatItWasAnsweredOnce(id, queue);
            assertThat(paul.poll(Duration.ofSeconds(1))).isEmpty();
        }
    }

    @ParameterizedTest
    @PointsInShares("points")
    void itsAnswerIsPassedOnOnce(CrashPoint point) {
        String id = fresh("answering");
        String queue = freshReplyQueue("alice");
        send(id, queue);
        try (JmsProvider paul = new JmsProvider(server, QUEUE)) {
            Asked asked = paul.next(PATIENCE);
            fuse.light(Transaction.ANSWER, point);
            paul.reply(asked, "{\"price\":12}");
            server.awaitEnd(Duration.ofSeconds(30));
        }
        fuse.startAgain();

        assertThatItWasAnsweredOnce(id, queue);
    }

    private void send(String id, String queue) {
        try (JmsParticipant alice = JmsParticipant.core(server, server.alice())) {
            alice.send(JmsRequest.to(OPERATION)
                    .text("{\"item\":\"lamp\"}")
                    .messageId(id)
                    .correlationId(id)
                    .replyTo(queue));
        }
    }

    private void assertThatItWasAnsweredOnce(String id, String queue) {
        try (JmsParticipant alice = JmsParticipant.core(server, server.alice())) {
            Replies replies = alice.listen(queue);
            Answer answer = replies.next(PATIENCE);
            assertThat(answer.kind()).isEqualTo("Reply");
            assertThat(answer.correlationId()).isEqualTo(id);
            assertThat(answer.text()).isEqualTo("{\"price\":12}");
            assertThat(replies.poll(Duration.ofSeconds(1))).isEmpty();
        }
        await("nothing in doubt").atMost(PATIENCE).until(() -> probe.inDoubt().isNothing());
        String journal = "select j.kind from parley_journal j where j.conversation_id in"
                + " (select c.id from parley_conversation c where c.message_id = '" + id + "') order by j.sequence";
        assertThat(String.join(",", probe.sql(journal))).isEqualTo("REQUEST,REQUEST,REPLY,REPLY");
    }
}
