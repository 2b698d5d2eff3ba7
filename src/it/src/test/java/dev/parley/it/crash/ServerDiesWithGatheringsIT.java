package dev.parley.it.crash;

import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.freshReplyQueue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.parley.it.client.Answer;
import dev.parley.it.client.Asked;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsProvider;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.client.Replies;
import dev.parley.it.crash.Fuse.Transaction;
import dev.parley.it.server.Delivery;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.share.Configuration;
import dev.parley.it.share.InShares;
import dev.parley.it.share.PointsInShares;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;

/** The process ends while two providers are asked together, or when one of them has answered: there is one result. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 180, unit = TimeUnit.SECONDS)
@InShares(
        on = {Configuration.H2, Configuration.POSTGRESQL},
        seconds = 150)
class ServerDiesWithGatheringsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration MOMENT = Duration.ofSeconds(1);
    private static final String OPERATION = "offers";
    private static final String FIRST = "provider.paul.first";
    private static final String SECOND = "provider.paul.second";
    private static final String ORDER =
            "{\"to\":{\"operation\":\"" + OPERATION + "\",\"providers\":\"all\"},\"request\":{\"item\":\"lamp\"}}";

    private ParleyServer server;
    private Fuse fuse;

    static List<CrashPoint> points() {
        return List.of(
                CrashPoint.BEFORE_PREPARE,
                CrashPoint.SECOND_BRANCH_PREPARED,
                CrashPoint.DECISION_IS_WRITTEN,
                CrashPoint.FIRST_BRANCH_COMMITTED,
                CrashPoint.SECOND_BRANCH_COMMITTED);
    }

    @BeforeAll
    void prepare() {
        assumeThat(Delivery.chosen())
                .as("With an outbox no transaction has three branches")
                .isEqualTo(Delivery.XA);
        server = ParleyServer.fresh("dying-gatherings");
        fuse = new Fuse(server);
        fuse.startAgain();
        var entered = new HttpParticipant(server, server.olga())
                .operation(OPERATION)
                .put("{\"provider\":[{\"queue\":\"" + FIRST + "\"},{\"queue\":\"" + SECOND
                        + "\"}],\"timeout\":\"PT10M\"}")
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
    void isBegunOnce(CrashPoint point) {
        String queue = freshReplyQueue("alice");
        fuse.light(Transaction.REQUEST, point);
        gather(queue);
        server.awaitEnd(PATIENCE);
        fuse.startAgain();

        replies(FIRST);
        replies(SECOND);
        assertThatThereIsOneResult(queue);
    }

    /** The answer counts once, and the gathering goes on. */
    @ParameterizedTest
    @PointsInShares("points")
    void countsAnAnswerOnce(CrashPoint point) {
        String queue = freshReplyQueue("alice");
        gather(queue);
        repliesAndItDies(FIRST, point);

        replies(SECOND);
        assertThatThereIsOneResult(queue);
    }

    @ParameterizedTest
    @PointsInShares("points")
    void endsOnce(CrashPoint point) {
        String queue = freshReplyQueue("alice");
        gather(queue);
        replies(FIRST);
        repliesAndItDies(SECOND, point);

        assertThatThereIsOneResult(queue);
    }

    private void gather(String queue) {
        String id = fresh("gathering");
        try (JmsParticipant alice = JmsParticipant.core(server, server.alice())) {
            alice.send(JmsRequest.to("parley.gather")
                    .text(ORDER)
                    .messageId(id)
                    .correlationId(id)
                    .replyTo(queue));
        }
    }

    /** Each is asked once. */
    private void replies(String provider) {
        try (JmsProvider paul = new JmsProvider(server, provider)) {
            paul.reply(paul.next(PATIENCE), "{\"price\":7}");
            assertThat(paul.poll(MOMENT)).isEmpty();
        }
    }

    private void repliesAndItDies(String provider, CrashPoint point) {
        try (JmsProvider paul = new JmsProvider(server, provider)) {
            Asked asked = paul.next(PATIENCE);
            fuse.light(Transaction.ANSWER, point);
            paul.reply(asked, "{\"price\":7}");
            server.awaitEnd(PATIENCE);
        }
        fuse.startAgain();
    }

    private void assertThatThereIsOneResult(String queue) {
        try (JmsParticipant alice = JmsParticipant.core(server, server.alice())) {
            Replies replies = alice.listen(queue);
            Answer result = replies.next(PATIENCE);
            assertThat(result.kind()).as(result.text()).isEqualTo("Reply");
            assertThat(result.json().path("answers").findValuesAsText("from"))
                    .containsExactlyInAnyOrder("queue:" + FIRST, "queue:" + SECOND);
            assertThat(result.json().path("missing")).isEmpty();
            assertThat(replies.poll(MOMENT)).isEmpty();
        }
    }
}
