package dev.parley.it.topic;

import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.freshProviderQueue;
import static dev.parley.it.client.Samples.freshReplyQueue;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.Answer;
import dev.parley.it.client.Asked;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsProvider;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.client.Json;
import dev.parley.it.client.Replies;
import dev.parley.it.server.ParleyServer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever publishes says with the event when there is enough: two of three couriers, whatever the topic says. */
class PublisherSaysWhatIsEnoughIT extends TopicTest {

    private static final List<String> TWO = List.of("a", "b");

    private final String enough = fresh("enough");
    private JmsParticipant bobs;
    private List<Replies> couriers;

    PublisherSaysWhatIsEnoughIT(ParleyServer server) {
        super(server);
    }

    @BeforeEach
    void subscribe() {
        topic.define("publishers", ANYBODY, "subscribers", ANYBODY, "exchange", "out-in");
        bobs = JmsParticipant.core(server, server.bob());
        couriers = Stream.of("a", "b", "c").map(this::courier).toList();
    }

    @AfterEach
    void close() {
        bobs.close();
    }

    private Replies courier(String name) {
        String queue = freshReplyQueue("bob");
        Replies received = bobs.listen(queue);
        topic.seenBy(bob).subscribe(name, "to", "queue:" + queue);
        return received;
    }

    private void answers(int courier) {
        Answer event = couriers.get(courier).next();
        bobs.answer(
                event,
                JmsRequest.to("offer")
                        .correlationId(String.valueOf(event.correlationId()))
                        .text("{\"price\":7}")
                        .withoutReplyAddress());
    }

    private HttpAnswer published(String complete) {
        HttpAnswer published =
                topic.events().query("complete", complete).body("{}").send();
        assertThat(published.status()).as(published.toString()).isEqualTo(202);
        return published;
    }

    private static void assertThatTwoHaveAnswered(String complete, JsonNode result) {
        assertThat(result.path("complete").asText()).as(result.toString()).isEqualTo(complete);
        assertThat(result.path("answers").findValuesAsText("from")).containsExactlyInAnyOrderElementsOf(TWO);
        assertThat(result.path("missing").path(0).asText()).isEqualTo("c");
    }

    @Test
    void byANumberOverHttp() {
        HttpAnswer published = published("quorum:2");

        answers(0);
        answers(1);

        assertThatTwoHaveAnswered(
                "quorum:2", alice.awaitFinal(published.location()).json().path("reply"));
    }

    @Test
    void byANumberOverJms() {
        try (JmsParticipant alices = JmsParticipant.core(server, server.alice())) {
            alices.publish(topic.name(), JmsRequest.to("asked").property("Complete", "quorum:2"));
            assertThat(alices.replies().next().kind()).isEqualTo("Ack");

            comesFrom(alices, 0);
            comesFrom(alices, 1);

            assertThatTwoHaveAnswered("quorum:2", alices.replies().next().json());
        }
    }

    @Test
    void byAnOperationOverHttp() {
        try (JmsProvider paul = enough()) {
            HttpAnswer published = published("operation:" + enough);

            answers(0);
            says(paul, false);
            answers(1);
            says(paul, true);

            assertThatTwoHaveAnswered(
                    "operation:" + enough,
                    alice.awaitFinal(published.location()).json().path("reply"));
        }
    }

    @Test
    void byAnOperationOverJms() {
        try (JmsProvider paul = enough();
                JmsParticipant alices = JmsParticipant.core(server, server.alice())) {
            alices.publish(topic.name(), JmsRequest.to("asked").property("Complete", "operation:" + enough));
            assertThat(alices.replies().next().kind()).isEqualTo("Ack");

            comesFrom(alices, 0);
            says(paul, false);
            comesFrom(alices, 1);
            says(paul, true);

            assertThatTwoHaveAnswered(
                    "operation:" + enough, alices.replies().next().json());
        }
    }

    /** What one answers comes to who has published, at once. */
    private void comesFrom(JmsParticipant alices, int courier) {
        answers(courier);
        assertThat(alices.replies().next().property("Subscription")).isEqualTo(TWO.get(courier));
    }

    /** Who serves the operation that decides. */
    private JmsProvider enough() {
        JmsProvider paul = new JmsProvider(server, freshProviderQueue("enough"));
        HttpAnswer entered = olga.operation(enough)
                .put("{\"provider\":{\"queue\":\"" + paul.queue() + "\"}}")
                .send();
        assertThat(entered.status()).as(entered.toString()).isEqualTo(201);
        return paul;
    }

    private static void says(JmsProvider paul, boolean complete) {
        Asked asked = paul.next();
        assertThat(Json.parse(asked.text()).path("answers").path(0).path("from").asText())
                .isEqualTo("a");
        paul.reply(asked, "{\"complete\":" + complete + "}");
    }
}
