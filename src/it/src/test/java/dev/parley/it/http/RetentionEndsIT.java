package dev.parley.it.http;

import static dev.parley.it.client.Samples.PLACE_ORDER;
import static dev.parley.it.client.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.Mailbox;
import dev.parley.it.client.Samples;
import dev.parley.it.client.Topic;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.share.InShares;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** A server that keeps ended conversations for a second, and events for as long as their topic says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 240, unit = TimeUnit.SECONDS)
@InShares(seconds = 45)
class RetentionEndsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private ParleyServer server;

    @BeforeAll
    void start() {
        server = ParleyServer.fresh("retention").withJava("-Dparley.retention=PT1S", "-Dparley.sweep.interval=PT1S");
        server.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void forgetsTheMessageIdsOfAllTurns() {
        HttpParticipant alice = new HttpParticipant(server, server.alice());
        String first = Samples.fresh("offer");
        String last = Samples.fresh("offer");
        String id = alice.operation(Samples.BARGAIN)
                .key(first)
                .body(Samples.offer(60))
                .prefer("wait=20")
                .send()
                .conversationId();
        alice.turn(id).key(last).body(Samples.offer(80)).prefer("wait=20").send();

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(alice.conversation(id).send().status()).isEqualTo(410));

        for (String key : List.of(first, last)) {
            HttpAnswer again = alice.operation(Samples.BARGAIN)
                    .key(key)
                    .body(Samples.offer(80))
                    .send();
            assertThat(again.status()).as(again.toString()).isEqualTo(202);
            assertThat(again.conversationId()).isNotEqualTo(id);
        }
    }

    @Test
    void removesTheConversationAndForgetsItsMessageId() {
        HttpParticipant alice = new HttpParticipant(server, server.alice());
        String key = Samples.fresh("order");
        HttpAnswer accepted = alice.operation(PLACE_ORDER)
                .key(key)
                .body(order())
                .prefer("wait=20")
                .send();
        String id = accepted.conversationId();

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(alice.conversation(id).send().status()).isEqualTo(410));

        assertThat(alice.messages(id).send().status()).isEqualTo(410);
        HttpAnswer again = alice.operation(PLACE_ORDER).key(key).body(order()).send();
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.conversationId()).isNotEqualTo(id);
    }

    @Test
    void takesEventsFromWhoeverStandsStillTooLongAndSaysHowMany() {
        HttpParticipant alice = new HttpParticipant(server, server.alice());
        Topic topic = alice.topic(Samples.fresh("topic")).define("retention", "PT1S");
        Mailbox mailbox = alice.mailbox(Samples.fresh("mail")).define();
        Mailbox another = alice.mailbox(Samples.fresh("mail")).define();
        topic.subscribe("still", "to", "mailbox:" + mailbox.name());
        topic.subscribe("there", "to", "mailbox:" + another.name());
        assertThat(topic.subscription("still", "pause").send().status()).isLessThan(300);

        topic.publish("n", 1);
        topic.publish("n", 2);
        topic.await("there", view -> view.path("delivered").asInt() == 2);
        await("their end")
                .atMost(PATIENCE)
                .until(() -> !topic.self().send().json().hasNonNull("oldest"));
        assertThat(topic.view("still").path("lag").asInt()).isEqualTo(2);
        topic.subscription("still", "resume").send();
        topic.publish("n", 3);

        JsonNode view = topic.await("still", seen -> seen.path("sequence").asInt() == 3);
        assertThat(view.path("missed").asInt()).as(view.toString()).isEqualTo(2);
        assertThat(view.path("delivered").asInt()).isEqualTo(1);
        assertThat(mailbox.next().body().path("n").asInt()).isEqualTo(3);
        assertThat(topic.view("there").path("missed").asInt()).isZero();
    }
}
