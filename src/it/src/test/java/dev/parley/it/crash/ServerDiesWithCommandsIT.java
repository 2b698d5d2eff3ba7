package dev.parley.it.crash;

import static dev.parley.it.client.Samples.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpCall;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.Instance;
import dev.parley.it.client.Json;
import dev.parley.it.crash.Fuse.Transaction;
import dev.parley.it.probe.Probe;
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

/**
 * The process ends while the wait of an instance is over, or while a person's command is decided on: after the next
 * start that has happened once, or not at all, and then it can be said again. With an outbox it is a transaction of the
 * database alone.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 300, unit = TimeUnit.SECONDS)
@InShares(
        seconds = 90,
        on = {Configuration.H2, Configuration.POSTGRESQL})
class ServerDiesWithCommandsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String PROCESS = "pay-later";
    private static final String CARD = "5100000000000001";
    private static final String DONE = "reserve-stock 1,take-payment 1";

    private ParleyServer server;
    private Fuse fuse;
    private Probe probe;
    private HttpParticipant alice;
    private HttpParticipant olga;

    /** The rows, and the message that has the next step done. */
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
        server = ParleyServer.fresh("dying-commands").with(Probe.archive());
        fuse = new Fuse(server);
        probe = new Probe(server);
        alice = new HttpParticipant(server, server.alice());
        olga = new HttpParticipant(server, server.olga());
        fuse.startAgain();
        HttpAnswer defined = olga.process(PROCESS)
                .put("{\"steps\":["
                        + "{\"name\":\"stock\",\"operation\":\"reserve-stock\",\"input\":{\"item\":\"lamp\",\"quantity\":2}},"
                        + "{\"name\":\"later\",\"wait\":{\"$\":\"/request/later\"}},"
                        + "{\"name\":\"pay\",\"operation\":\"take-payment\","
                        + "\"input\":{\"orderId\":\"7\",\"amount\":12.5,\"card\":{\"$\":\"/request/card\"}}}]}")
                .send();
        assertThat(defined.status()).as(defined.toString()).isEqualTo(201);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @BeforeEach
    void start() {
        if (!server.isRunning()) {
            fuse.startAgain();
        }
    }

    @ParameterizedTest
    @PointsInShares("points")
    void aWaitIsOverOnce(CrashPoint point) {
        fuse.light(Transaction.WAIT_IS_OVER, point);
        Instance order = begun("later", "PT2S", "card", CARD);
        dies();

        assertThatItEnds(order, "SUCCEEDED", DONE);
    }

    @ParameterizedTest
    @PointsInShares("points")
    void itIsCancelledOnce(CrashPoint point) {
        Instance order = begun("later", "PT1H", "card", CARD).await("later", "RUNNING");
        diesAt(point, order.command("cancel", null));

        HttpAnswer again = order.command("cancel", null).send();

        assertThat(again.status()).as(again.toString()).isEqualTo(202);
        assertThatItEnds(order, "CANCELLED", "release-stock 1,reserve-stock 1");
        assertThat(order.notes()).containsOnlyOnce("cancel");
    }

    @ParameterizedTest
    @PointsInShares("points")
    void aStepIsSkippedOnce(CrashPoint point) {
        Instance order = begun("later", "PT1H", "card", CARD).await("later", "RUNNING");
        HttpCall skip = command(order, "later", "skip", Json.object("reason", "the customer is here"));
        diesAt(point, skip);

        assertThatItIsTakenOrWas(skip);

        assertThatItEnds(order, "SUCCEEDED", DONE);
        assertThat(order.notes()).containsOnlyOnce("skip");
    }

    @ParameterizedTest
    @PointsInShares("points")
    void aStepIsTriedAgainOnce(CrashPoint point) {
        Instance order = begun("later", "PT0S").await("STUCK");
        HttpCall retry = command(
                order,
                "pay",
                "retry",
                "{\"reason\":\"the card was forgotten\",\"input\":{\"orderId\":\"7\",\"amount\":12.5,\"card\":\"" + CARD
                        + "\"}}");
        diesAt(point, retry);

        assertThatItIsTakenOrWas(retry);

        assertThatItEnds(order, "SUCCEEDED", DONE);
        assertThat(order.notes()).containsOnlyOnce("retry");
    }

    private Instance begun(Object... request) {
        HttpAnswer accepted = alice.operation(PROCESS)
                .body(Json.object(request))
                .key(fresh("order"))
                .send();
        assertThat(accepted.status()).as(accepted.toString()).isEqualTo(202);
        return new Instance(alice, accepted.location());
    }

    /** A command to a step as it is now. */
    private HttpCall command(Instance order, String step, String command, String body) {
        String etag = order.step(step).path("etag").asText();
        return order.seenBy(olga).command(step, command, body).header("If-Match", etag);
    }

    /** Its answer is lost with the process. */
    private void diesAt(CrashPoint point, HttpCall call) {
        fuse.light(Transaction.INTERVENTION, point);
        var unused = call.sendLater();
        dies();
    }

    private void dies() {
        server.awaitEnd(Duration.ofSeconds(60));
        fuse.startAgain();
        await("nothing in doubt").atMost(PATIENCE).until(() -> probe.inDoubt().isNothing());
    }

    /** What it was said of has moved, or all has ended, if it was taken before the end of the process. */
    private static void assertThatItIsTakenOrWas(HttpCall command) {
        HttpAnswer again = command.send();
        assertThat(again.status()).as(again.toString()).isIn(200, 409, 412);
    }

    private void assertThatItEnds(Instance order, String status, String effects) {
        await(status)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(250))
                .until(() -> order.self().send().conversationStatus(), status::equals);
        List<String> done = probe.sql("select e.operation || ' ' || count(*) from ordering_effect e"
                + " join parley_conversation c on c.id = e.conversation_id where c.sender = 'conversation:"
                + order.id() + "' group by e.operation order by e.operation");
        assertThat(String.join(",", done)).isEqualTo(effects);
        assertThat(order.answers()).as("its requester was answered once").hasSize(1);
    }
}
