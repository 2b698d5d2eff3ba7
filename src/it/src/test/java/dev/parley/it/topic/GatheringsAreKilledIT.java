package dev.parley.it.topic;

import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.freshReplyQueue;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.Answer;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.client.Replies;
import dev.parley.it.client.Samples;
import dev.parley.it.client.Topic;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.share.InShares;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The server is killed while events are published, and answered by a method and by a courier who says again afterwards
 * what may not have arrived: each publication that was accepted ends with one answer of each.
 */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
@InShares(seconds = 100)
class GatheringsAreKilledIT {

    private static final int EVENTS = 80;
    private static final int PUBLISHERS = 2;
    private static final Duration QUIET = Duration.ofSeconds(3);

    private final ParleyServer server = ParleyServer.fresh("killed-gatherings");
    private final Queue<URI> accepted = new ConcurrentLinkedQueue<>();
    private final Queue<Answer> taken = new ConcurrentLinkedQueue<>();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void eachEndsWithOneAnswerOfEach() {
        server.start();
        HttpParticipant alice = new HttpParticipant(server, server.alice());
        HttpParticipant bob = new HttpParticipant(server, server.bob());
        Topic topic = alice.topic(fresh("topic"))
                .define("subscribers", new String[] {"bob"}, "exchange", "out-in", "deadline", "PT20M");
        String queue = freshReplyQueue("bob");
        topic.seenBy(bob).subscribe("courier", "to", "queue:" + queue);
        topic.seenBy(bob).subscribe("stock", "to", "operation:" + Samples.RESERVE_STOCK);
        CompletableFuture<?> courier = CompletableFuture.runAsync(() -> answerAll(queue, Duration.ofMinutes(1)));
        CompletableFuture<?>[] publishers = new CompletableFuture<?>[PUBLISHERS];
        for (int i = 0; i < PUBLISHERS; i++) {
            String prefix = "p" + i;
            publishers[i] = CompletableFuture.runAsync(() -> publishAll(topic, prefix));
        }
        topic.await("courier", view -> view.path("delivered").asInt() > EVENTS / 4);
        server.kill();
        CompletableFuture.allOf(publishers).join();
        courier.exceptionally(killed -> null).join();
        server.start();

        topic.awaitNoLag("courier", accepted.size());
        answerAgain();
        answerAll(queue, QUIET);
        assertThat(accepted).isNotEmpty();
        for (URI publication : accepted) {
            JsonNode end = alice.awaitFinal(publication, Duration.ofSeconds(60)).json();
            assertThat(end.path("status").asText()).as(end.toString()).isEqualTo("SUCCEEDED");
            assertThat(end.path("reply").path("answers").findValuesAsText("from"))
                    .containsExactlyInAnyOrder("courier", "stock");
        }
    }

    private void publishAll(Topic topic, String prefix) {
        for (int i = 0; i < EVENTS; i++) {
            try {
                HttpAnswer answer = topic.events()
                        .key(prefix + "-" + i)
                        .body(Samples.reservation(1))
                        .sendLater()
                        .join();
                if (answer.status() != 202) {
                    return;
                }
                accepted.add(answer.location());
            } catch (CompletionException killed) {
                return;
            }
        }
    }

    /** Until nothing comes any more. */
    private void answerAll(String queue, Duration patience) {
        try (JmsParticipant bob = JmsParticipant.core(server, server.bob())) {
            Replies events = bob.listen(queue);
            Optional<Answer> event = events.poll(patience);
            while (event.isPresent()) {
                taken.add(event.get());
                answer(bob, event.get());
                event = events.poll(patience);
            }
        }
    }

    /** What was said just before may not have arrived; twice it counts once. */
    private void answerAgain() {
        try (JmsParticipant bob = JmsParticipant.core(server, server.bob())) {
            List.copyOf(taken).forEach(event -> answer(bob, event));
        }
    }

    private static void answer(JmsParticipant bob, Answer event) {
        bob.answer(
                event,
                JmsRequest.to("offer")
                        .correlationId(String.valueOf(event.correlationId()))
                        .text("{\"price\":1}")
                        .withoutReplyAddress());
    }
}
