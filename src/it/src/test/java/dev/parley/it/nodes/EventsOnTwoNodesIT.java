package dev.parley.it.nodes;

import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.freshReplyQueue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.Json;
import dev.parley.it.client.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A topic is one, whichever node something is published at, and whichever delivers it. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class EventsOnTwoNodesIT extends NodesTest {

    EventsOnTwoNodesIT(Nodes nodes) {
        super(nodes);
    }

    @Test
    void areDeliveredOnceWhicheverDeliversThem() {
        Topic here = alice(nodes.first()).topic(fresh("topic")).define();
        Topic there = alice(nodes.second()).topic(here.name());
        String queue = freshReplyQueue("alice");
        here.subscribe("all", "to", "queue:" + queue);
        List<CompletableFuture<HttpAnswer>> published = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            published.add((i % 2 == 0 ? here : there)
                    .events()
                    .key("event-" + i)
                    .body(Json.object("n", i))
                    .sendLater());
        }
        published.forEach(each -> assertThat(each.join().status()).isEqualTo(202));

        there.await("all", view -> view.path("delivered").asInt() == MANY);

        List<String> sequences = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        try (JmsParticipant alice = alice()) {
            var events = alice.listen(queue);
            for (int i = 0; i < MANY; i++) {
                var event = events.next();
                sequences.add(event.property("Sequence"));
                ids.add(event.messageId());
            }
        }
        assertThat(ids).doesNotHaveDuplicates().hasSize(MANY);
        assertThat(sequences).doesNotHaveDuplicates();
        assertThat(here.self().send().json().path("sequence").asInt()).isEqualTo(MANY);
        assertThat(here.view("all").path("delivered").asInt()).isEqualTo(MANY);
    }
}
