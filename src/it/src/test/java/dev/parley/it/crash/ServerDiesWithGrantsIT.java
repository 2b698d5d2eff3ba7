package dev.parley.it.crash;

import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.freshReplyQueue;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.Answer;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpCall;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.client.Json;
import dev.parley.it.client.Pool;
import dev.parley.it.client.Replies;
import dev.parley.it.crash.Fuse.Transaction;
import dev.parley.it.probe.PoolRows;
import dev.parley.it.probe.Probe;
import dev.parley.it.server.Delivery;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.User;
import dev.parley.it.share.InShares;
import dev.parley.it.share.PointsInShares;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * The process ends while something that is done with grants is being committed: after it there is one grant for each
 * request, nobody has more than there is, and everybody is told.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 300, unit = TimeUnit.SECONDS)
@InShares(seconds = 190)
class ServerDiesWithGrantsIT {

    /** The database commits alone, and the messages after it. */
    private static final boolean OUTBOX = Delivery.chosen() == Delivery.OUTBOX;

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String LONG = "PT2H";

    private ParleyServer server;
    private Fuse fuse;
    private Probe probe;

    /** The message that was received, the rows, the messages that are sent. */
    static List<CrashPoint> pointsOfThreeBranches() {
        return OUTBOX
                ? List.of(CrashPoint.FIRST_BRANCH_COMMITTED)
                : List.of(
                        CrashPoint.BEFORE_PREPARE,
                        CrashPoint.SECOND_BRANCH_PREPARED,
                        CrashPoint.DECISION_IS_WRITTEN,
                        CrashPoint.FIRST_BRANCH_COMMITTED,
                        CrashPoint.SECOND_BRANCH_COMMITTED);
    }

    /** The rows, the messages that are sent. */
    static List<CrashPoint> pointsOfTwoBranches() {
        return pointsOfThreeBranches().stream()
                .filter(CrashPoint::isPassedWithTwoBranches)
                .toList();
    }

    /** The rows alone. */
    static List<OnePhasePoint> pointsOfOnePhase() {
        return List.of(OnePhasePoint.BEFORE_GRANT, OnePhasePoint.GRANTED);
    }

    @BeforeAll
    void prepare() {
        server = ParleyServer.fresh("dying-grants").with(Probe.archive());
        fuse = new Fuse(server);
        probe = new Probe(server);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @PointsInShares("pointsOfThreeBranches")
    void grantsOnce(CrashPoint point) {
        Pool pool = pool("capacity", 3, "pingEvery", LONG);
        JsonNode before = pool.hold();
        String queue = freshReplyQueue("alice");
        dieTaking(point, request(pool, queue).messageId("ask"));

        List<Answer> answers = answers(queue, 1);

        assertThat(answers).extracting(Answer::kind).containsOnly("Reply");
        assertThat(answers).extracting(Answer::messageId).containsOnly("ask.Reply");
        Answer reply = answers.get(0);
        assertThat(reply.json().path("status").asText()).isEqualTo("HELD");
        assertThat(reply.json().path("fencingToken").asLong())
                .isGreaterThan(before.path("fencingToken").asLong());
        assertThatIsHeld(pool, 2, 0);
        assertThat(pool.hold().path("fencingToken").asLong())
                .isGreaterThan(reply.json().path("fencingToken").asLong());
    }

    @ParameterizedTest
    @PointsInShares("pointsOfThreeBranches")
    void hearsAHolder(CrashPoint point) {
        Pool pool = pool("capacity", 3, "pingEvery", "PT1S", "pingTimeout", LONG);
        String queue = freshReplyQueue("alice");
        List<Answer> first = asked(pool, queue, 2);
        Answer ping = ofKind(first, "Ping").get(0);
        dieTaking(
                point,
                JmsRequest.to("confirm").correlationId(ping.correlationId()).replyTo(queue));

        List<Answer> answers = answers(queue, 2);

        Answer reply = ofKind(answers, "Reply").get(0);
        assertThat(reply.correlationId()).isEqualTo(ping.correlationId());
        assertThat(reply.json().path("status").asText()).isEqualTo("HELD");
        assertThat(ofKind(answers, "Ping").get(0).correlationId()).isNotEqualTo(ping.correlationId());
        assertThatIsHeld(pool, 1, 0);
    }

    @ParameterizedTest
    @PointsInShares("pointsOfThreeBranches")
    void handsOnWhatIsGivenBack(CrashPoint point) {
        Pool pool = pool("capacity", 1, "pingEvery", LONG, "pingTimeout", LONG);
        String queue = freshReplyQueue("alice");
        Answer held = ofKind(asked(pool, queue, 1), "Reply").get(0);
        String other = freshReplyQueue("bob");
        String waiting = waits(pool, other);
        dieTaking(
                point,
                JmsRequest.to("release")
                        .property("GrantId", held.property("GrantId"))
                        .replyTo(queue));

        Answer granted = onlyNotice(other, "granted");

        assertThat(granted.property("GrantId")).isEqualTo(waiting);
        assertThat(granted.json().path("fencingToken").asLong())
                .isGreaterThan(held.json().path("fencingToken").asLong());
        // Before it gave back it was asked whether it would.
        assertThat(ofKind(answers(queue, 2), "Reply"))
                .extracting(answer -> answer.json().path("status").asText())
                .containsOnly("RELEASED")
                .isNotEmpty();
        assertThatIsHeld(pool, 1, 0);
    }

    @ParameterizedTest
    @PointsInShares("pointsOfTwoBranches")
    void asksAHolder(CrashPoint point) {
        Pool pool = pool("capacity", 3, "pingEvery", "PT2S", "pingTimeout", LONG);
        String queue = freshReplyQueue("alice");
        if (OUTBOX) {
            fuse.light(OutboxPoint.PING_NOT_SENT);
        } else {
            fuse.light(Transaction.GRANT_PING, point);
        }
        String id = pool.hold("pingTo", "queue:" + queue).path("grantId").asText();
        dies();

        List<Answer> answers = answers(queue, 1);

        assertThat(answers).hasSize(1);
        Answer ping = answers.get(0);
        assertThat(ping.kind()).isEqualTo("Ping");
        assertThat(ping.property("GrantId")).isEqualTo(id);
        HttpAnswer confirmed = pool.answer(id, "confirm", ping.correlationId()).send();
        assertThat(confirmed.status()).as(confirmed.toString()).isEqualTo(200);
        assertThatIsHeld(pool, 1, 0);
    }

    /** In the sweep: who was silent loses it, and who waits has it. */
    @ParameterizedTest
    @PointsInShares("pointsOfTwoBranches")
    void handsOnWhatNobodyAnsweredFor(CrashPoint point) {
        Pool pool = pool("capacity", 1, "pingEvery", LONG, "pingTimeout", "PT1S", "pingAttempts", 1);
        String queue = freshReplyQueue("alice");
        JsonNode held = pool.hold("pingTo", "queue:" + queue);
        String other = freshReplyQueue("bob");
        if (OUTBOX) {
            fuse.light(OutboxPoint.GRANT_NOT_SENT);
        } else {
            fuse.light(Transaction.GRANT_HANDED_ON, point);
        }
        String waiting = pool.request("pingTo", "queue:" + other, "wait", LONG)
                .send()
                .json()
                .path("grantId")
                .asText();
        dies();

        Answer granted = onlyNotice(other, "granted");

        assertThat(granted.property("GrantId")).isEqualTo(waiting);
        assertThat(granted.json().path("fencingToken").asLong())
                .isGreaterThan(held.path("fencingToken").asLong());
        assertThat(onlyNotice(queue, "relinquished").property("GrantId"))
                .isEqualTo(held.path("grantId").asText());
        assertThatIsHeld(pool, 1, 0);
    }

    @ParameterizedTest
    @PointsInShares("pointsOfOnePhase")
    void grantsOnceOverHttp(OnePhasePoint point) {
        Pool pool = pool("capacity", 3, "pingEvery", LONG);
        HttpCall request = pool.request().key(fresh("key"));
        fuse.light(point);
        CompletableFuture<HttpAnswer> answer = request.sendLater();
        dies();
        assertThat(answer).as("no answer before the commit").failsWithin(Duration.ofSeconds(10));

        assertThat(request.send().status()).isEqualTo(201);

        assertThatIsHeld(pool, 1, 0);
    }

    private Pool pool(Object... definition) {
        if (!server.isRunning()) {
            fuse.startAgain();
        }
        return new HttpParticipant(server, server.alice()).pool(fresh("pool")).define(definition);
    }

    private static JmsRequest request(Pool pool, String queue) {
        return JmsRequest.to("request")
                .property("Pool", pool.name())
                .replyTo(queue)
                .text("");
    }

    /** Asks for a grant; so many messages must come. */
    private List<Answer> asked(Pool pool, String queue, int messages) {
        try (JmsParticipant alice = JmsParticipant.core(server, server.alice())) {
            alice.sayOfResources(request(pool, queue));
        }
        return answers(queue, messages);
    }

    private String waits(Pool pool, String queue) {
        try (JmsParticipant bob = JmsParticipant.core(server, server.bob())) {
            bob.sayOfResources(request(pool, queue).text(Json.object("wait", LONG)));
        }
        Answer reply = answers(queue, 1).get(0);
        assertThat(reply.json().path("status").asText()).isEqualTo("WAITING");
        return reply.property("GrantId");
    }

    private void dieTaking(CrashPoint point, JmsRequest message) {
        try (JmsParticipant alice = JmsParticipant.core(server, server.alice())) {
            if (OUTBOX) {
                fuse.light(OutboxPoint.RESOURCES_STORED);
            } else {
                fuse.light(Transaction.GRANT_FROM_JMS, point);
            }
            alice.sayOfResources(message);
            server.awaitEnd(Duration.ofSeconds(60));
        }
        fuse.startAgain();
    }

    private void dies() {
        server.awaitEnd(Duration.ofSeconds(60));
        fuse.startAgain();
    }

    /**
     * At least so many, which must come, and what comes with them: one of each, and with an outbox those again that
     * were taken again.
     */
    private List<Answer> answers(String queue, int atLeast) {
        List<Answer> answers = new ArrayList<>();
        User owner = queue.startsWith("reply.bob.") ? server.bob() : server.alice();
        try (JmsParticipant participant = JmsParticipant.core(server, owner)) {
            Replies replies = participant.listen(queue);
            while (answers.size() < atLeast) {
                add(answers, replies.next(PATIENCE));
            }
            replies.poll(Duration.ofMillis(500)).ifPresent(answer -> add(answers, answer));
        }
        return answers;
    }

    private static void add(List<Answer> answers, Answer answer) {
        boolean isThere = answers.stream()
                .anyMatch(each -> String.valueOf(each.messageId()).equals(answer.messageId())
                        && each.property("Attempt").equals(answer.property("Attempt")));
        if (isThere) {
            assertThat(OUTBOX).as("it comes once: " + answer).isTrue();
        } else {
            answers.add(answer);
        }
    }

    private Answer onlyNotice(String queue, String type) {
        List<Answer> answers = new ArrayList<>();
        while (answers.stream().noneMatch(each -> type.equals(each.type()))) {
            answers.addAll(answers(queue, 1));
        }
        List<Answer> notices = ofKind(answers, "Notice");
        assertThat(notices).hasSize(1);
        return notices.get(0);
    }

    private static List<Answer> ofKind(List<Answer> answers, String kind) {
        List<Answer> found =
                answers.stream().filter(each -> kind.equals(each.kind())).toList();
        assertThat(found).as(answers.toString()).isNotEmpty();
        return found;
    }

    private void assertThatIsHeld(Pool pool, int held, int waiting) {
        PoolRows rows = new PoolRows(probe, pool);
        rows.assertThatTheyAgree();
        assertThat(rows.held()).isEqualTo(held);
        assertThat(rows.waiting()).isEqualTo(waiting);
    }
}
