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
import dev.parley.it.client.Mailbox;
import dev.parley.it.client.Replies;
import dev.parley.it.client.Samples;
import dev.parley.it.client.Topic;
import dev.parley.it.client.WebhookReceiver;
import dev.parley.it.crash.Fuse.Transaction;
import dev.parley.it.probe.Probe;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.share.Configuration;
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
 * The process ends while an event is being published, or delivered: after it each subscriber has it once. With an
 * outbox both are transactions of the database alone, whose messages others try.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 300, unit = TimeUnit.SECONDS)
@InShares(
        on = {Configuration.H2, Configuration.POSTGRESQL},
        seconds = 190)
class ServerDiesWithEventsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private ParleyServer server;
    private Fuse fuse;

    /** The message that was received, the rows, the answer that is sent. */
    static List<CrashPoint> pointsOfThreeBranches() {
        return List.of(
                CrashPoint.BEFORE_PREPARE,
                CrashPoint.SECOND_BRANCH_PREPARED,
                CrashPoint.DECISION_IS_WRITTEN,
                CrashPoint.FIRST_BRANCH_COMMITTED,
                CrashPoint.SECOND_BRANCH_COMMITTED);
    }

    /** The rows, the events that are sent. */
    static List<CrashPoint> pointsOfTwoBranches() {
        return pointsOfThreeBranches().stream()
                .filter(CrashPoint::isPassedWithTwoBranches)
                .toList();
    }

    /** Of events that need no broker. */
    static List<OnePhasePoint> pointsOfTheDatabase() {
        return List.of(OnePhasePoint.BEFORE_DELIVERED, OnePhasePoint.DELIVERED);
    }

    /** Of events for which a receiver is called. */
    static List<OnePhasePoint> pointsOfACall() {
        return List.of(OnePhasePoint.DELIVERED, OnePhasePoint.BEFORE_SETTLED, OnePhasePoint.SETTLED);
    }

    @BeforeAll
    void prepare() {
        // However slow this machine is, the sample's quick operations count as quick. What was under way when the
        // process ended is tried again half a minute after its time.
        server = ParleyServer.fresh("dying-events")
                .with(Probe.archive())
                .withJava(
                        "-Dparley.operation.slow=PT20S", "-Dparley.http.inline=PT20S", "-Dparley.webhook.timeout=PT1S");
        fuse = new Fuse(server);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @PointsInShares("pointsOfThreeBranches")
    void isPublishedOnce(CrashPoint point) {
        Topic topic = topic();
        String queue = freshReplyQueue("alice");
        topic.subscribe("all", "to", "queue:" + queue);
        try (JmsParticipant alice = JmsParticipant.core(server, server.alice())) {
            fuse.light(Transaction.EVENT_FROM_JMS, point);
            alice.publish(
                    topic.name(), JmsRequest.to("placed").messageId("event-1").replyTo(freshReplyQueue("alice")));
            server.awaitEnd(Duration.ofSeconds(60));
        }
        fuse.startAgain();

        assertThatItCameOnce(topic, queue, "event-1");
    }

    @ParameterizedTest
    @PointsInShares("pointsOfTwoBranches")
    void isDeliveredOnce(CrashPoint point) {
        Topic topic = topic();
        String queue = freshReplyQueue("alice");
        topic.subscribe("all", "to", "queue:" + queue);
        fuse.light(Transaction.EVENT_DELIVERED, point);
        // The answer may be on its way when the process ends
        CompletableFuture<HttpAnswer> unused =
                topic.events().key("event-1").body("{}").sendLater();
        server.awaitEnd(Duration.ofSeconds(60));
        fuse.startAgain();

        assertThatItCameOnce(topic, queue, "event-1");
    }

    /** What a subscriber answers goes to the publisher, and ends the publication, in one transaction. */
    @ParameterizedTest
    @PointsInShares("pointsOfThreeBranches")
    void isAnsweredOnce(CrashPoint point) {
        Topic topic = topic("exchange", "out-in");
        String queue = freshReplyQueue("alice");
        String answers = freshReplyQueue("alice");
        topic.subscribe("all", "to", "queue:" + queue);
        try (JmsParticipant alice = JmsParticipant.core(server, server.alice())) {
            alice.publish(
                    topic.name(), JmsRequest.to("asked").messageId("event-1").replyTo(answers));
            Answer event = alice.listen(queue).next(PATIENCE);
            fuse.light(Transaction.ANSWER, point);
            alice.answer(
                    event,
                    JmsRequest.to("offer")
                            .correlationId(String.valueOf(event.correlationId()))
                            .withoutReplyAddress());
            server.awaitEnd(Duration.ofSeconds(60));
        }
        fuse.startAgain();

        try (JmsParticipant alice = JmsParticipant.core(server, server.alice())) {
            Replies came = alice.listen(answers);
            assertThat(came.next(PATIENCE).kind()).isEqualTo("Ack");
            assertThat(came.next(PATIENCE).property("Subscription")).isEqualTo("all");
            Answer all = came.next(PATIENCE);
            assertThat(all.json().path("answers")).hasSize(1);
            assertThat(came.poll(Duration.ofMillis(500))).isEmpty();
        }
    }

    /** Operations that answer in the transaction that delivers to them, and a mailbox. */
    @ParameterizedTest
    @PointsInShares("pointsOfTheDatabase")
    void isDoneOnceByOperationsAndPutIntoAMailboxOnce(OnePhasePoint point) {
        Topic topic = topic("exchange", "out-in", "complete", "quorum:2");
        HttpParticipant alice = topic.participant();
        HttpAnswer known = alice.operation(Samples.RESERVE_STOCK)
                .body(Samples.reservation(1))
                .send();
        assertThat(alice.awaitFinal(known.location(), PATIENCE).conversationStatus())
                .isEqualTo("SUCCEEDED");
        Mailbox mailbox = alice.mailbox(fresh("mail")).define();
        topic.subscribe("a", "to", "operation:" + Samples.RESERVE_STOCK);
        topic.subscribe("b", "to", "operation:" + Samples.RESERVE_STOCK);
        topic.subscribe("mail", "to", "mailbox:" + mailbox.name());
        dies(topic, point);

        HttpAnswer again = event(topic).send();
        JsonNode end = alice.awaitFinal(again.location(), PATIENCE).json();
        assertThat(end.path("status").asText()).as(end.toString()).isEqualTo("SUCCEEDED");
        assertThat(end.path("reply").path("answers").findValuesAsText("from")).containsExactlyInAnyOrder("a", "b");
        List.of("a", "b", "mail")
                .forEach(name -> topic.await(
                        name,
                        view -> view.path("delivered").asInt() == 1
                                && view.path("lag").asInt() == 0));
        mailbox.acknowledge(mailbox.next());
        assertThat(mailbox.receive(1)).as("what came twice").isEmpty();
        assertThat(new Probe(server)
                        .sql("select c.sender from ordering_effect e join parley_conversation c"
                                + " on c.id = e.conversation_id where c.sender like 'subscription:" + topic.name()
                                + "/%' order by c.sender"))
                .containsExactly("subscription:" + topic.name() + "/a", "subscription:" + topic.name() + "/b");
    }

    /** A receiver may be called twice, with the same id; it counts once. */
    @ParameterizedTest
    @PointsInShares("pointsOfACall")
    void isTakenByAReceiverAtLeastOnce(OnePhasePoint point) {
        Topic topic = topic();
        try (WebhookReceiver receiver = new WebhookReceiver()) {
            topic.subscribe("hook", "to", receiver.url());
            dies(topic, point);

            topic.await("hook", seen -> seen.path("delivered").asInt() == 1);
            String id = receiver.next().header("webhook-id");
            assertThat(id).isNotEmpty();
            while (receiver.hasEvent()) {
                assertThat(point).as("it is known to be taken").isNotEqualTo(OnePhasePoint.SETTLED);
                assertThat(receiver.next().header("webhook-id")).isEqualTo(id);
            }
            assertThat(topic.view("hook").path("lag").asInt()).isZero();
        }
    }

    private void dies(Topic topic, OnePhasePoint point) {
        fuse.light(point);
        // The answer may be on its way when the process ends
        CompletableFuture<HttpAnswer> unused = event(topic).sendLater();
        server.awaitEnd(Duration.ofSeconds(60));
        fuse.startAgain();
    }

    private static HttpCall event(Topic topic) {
        return topic.events().key("event-1").body(Samples.reservation(1));
    }

    private Topic topic(Object... more) {
        if (!server.isRunning()) {
            fuse.startAgain();
        }
        Topic topic = new HttpParticipant(server, server.alice()).topic(fresh("topic"));
        List<Object> all = new ArrayList<>(List.of("publishers", new String[] {"*"}));
        all.addAll(List.of(more));
        return topic.define(all.toArray());
    }

    private void assertThatItCameOnce(Topic topic, String queue, String id) {
        JsonNode view = topic.await("all", seen -> seen.path("delivered").asInt() == 1);
        assertThat(view.path("lag").asInt()).isZero();
        assertThat(topic.self().send().json().path("sequence").asInt()).isEqualTo(1);
        try (JmsParticipant alice = JmsParticipant.core(server, server.alice())) {
            Replies events = alice.listen(queue);
            Answer first = events.next(PATIENCE);
            assertThat(first.messageId()).isEqualTo(id);
            assertThat(events.poll(Duration.ofMillis(500))).isEmpty();
        }
    }
}
