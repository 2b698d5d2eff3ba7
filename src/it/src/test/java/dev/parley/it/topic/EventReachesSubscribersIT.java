package dev.parley.it.topic;

import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.freshProviderQueue;
import static dev.parley.it.client.Samples.freshReplyQueue;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.Answer;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsProvider;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.client.Json;
import dev.parley.it.client.Mailbox;
import dev.parley.it.client.Replies;
import dev.parley.it.client.Topic;
import dev.parley.it.server.ParleyServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventReachesSubscribersIT extends TopicTest {

    EventReachesSubscribersIT(ParleyServer server) {
        super(server);
    }

    @Test
    void inQueuesMailboxesAndOperationsOnceEach() {
        open();
        Mailbox mailbox = bob.mailbox(fresh("mail")).define();
        String operation = fresh("bill");
        String queue = freshReplyQueue("bob");
        try (JmsParticipant bobs = JmsParticipant.core(server, server.bob());
                JmsProvider paul = new JmsProvider(server, freshProviderQueue("events"))) {
            olga.operation(operation)
                    .put("{\"provider\":{\"queue\":\"" + paul.queue() + "\"}}")
                    .send();
            Replies received = bobs.listen(queue);
            Topic bobsView = topic.seenBy(bob);
            bobsView.subscribe("queue", "to", "queue:" + queue);
            bobsView.subscribe("mailbox", "to", "mailbox:" + mailbox.name());
            bobsView.subscribe("operation", "to", "operation:" + operation);

            String id = topic.publish("total", 5);

            Answer event = received.next();
            assertThat(event.kind()).isEqualTo("Event");
            assertThat(event.messageId()).isEqualTo(id);
            assertThat(event.type()).isEqualTo(topic.name());
            assertThat(event.json().path("total").asInt()).isEqualTo(5);
            assertThat(event.properties())
                    .containsEntry("Topic", topic.name())
                    .containsEntry("Subscription", "queue")
                    .containsEntry("Sequence", "1")
                    .containsEntry("cloudEvents_id", id)
                    .containsEntry("cloudEvents_specversion", "1.0");
            assertThat(mailbox.next().body().path("total").asInt()).isEqualTo(5);
            assertThat(Json.parse(paul.next().text()).path("total").asInt()).isEqualTo(5);
            assertThat(received.poll(MOMENT)).isEmpty();
            assertThat(mailbox.receive(1)).isEmpty();
            assertThat(paul.poll(MOMENT)).isEmpty();
        }
        for (String each : List.of("queue", "mailbox", "operation")) {
            JsonNode view = topic.await(each, seen -> seen.path("delivered").asInt() == 1);
            assertThat(view.path("sequence").asInt()).isEqualTo(1);
            assertThat(view.path("lag").asInt()).isZero();
        }
    }

    @Test
    void publishedOverJmsByWhoeverMay() {
        open();
        String queue = freshReplyQueue("bob");
        try (JmsParticipant alices = JmsParticipant.core(server, server.alice());
                JmsParticipant bobs = JmsParticipant.core(server, server.bob())) {
            Replies received = bobs.listen(queue);
            topic.seenBy(bob).subscribe("all", "to", "queue:" + queue);
            JmsRequest event =
                    JmsRequest.to("order.placed").messageId("event-1").text("{\"n\":1}");

            alices.publish(topic.name(), event);
            alices.publish(topic.name(), event);

            assertThat(alices.replies().next().json().path("messageId").asText())
                    .isEqualTo("event-1");
            assertThat(alices.replies().next().kind()).isEqualTo("Reply");
            Answer came = received.next();
            assertThat(came.type()).isEqualTo("order.placed");
            assertThat(came.messageId()).isEqualTo("event-1");
            assertThat(received.poll(MOMENT)).isEmpty();
            alices.publish(fresh("nothing"), JmsRequest.to("order.placed"));
            assertThat(alices.replies().next().problem()).isEqualTo("urn:parley:fault:topic-unknown");
            alices.publish(topic.name(), JmsRequest.to("x").property("cloudEvents_id", "1"));
            Answer fault = alices.replies().next();
            assertThat(fault.problem()).isEqualTo("urn:parley:fault:event-invalid");
            assertThat(fault.text()).contains("specversion", "source", "type");
        }
    }

    @Test
    void asCloudEventsInBothModes() {
        open();
        String queue = freshReplyQueue("bob");
        try (JmsParticipant bobs = JmsParticipant.amqp(server, server.bob())) {
            Replies received = bobs.listen(queue);
            topic.seenBy(bob).subscribe("all", "to", "queue:" + queue);

            Topic.published(topic.events()
                    .header("ce-id", "binary-1")
                    .header("ce-specversion", "1.0")
                    .header("ce-source", "/shop")
                    .header("ce-type", "order.placed")
                    .header("ce-subject", "order%204711")
                    .header("ce-tenant", "eu")
                    .body("{\"total\":1}"));
            Topic.published(topic.events()
                    .header("Content-Type", "application/cloudevents+json")
                    .body(Json.object(
                            "id",
                            "structured-1",
                            "specversion",
                            "1.0",
                            "source",
                            "/shop",
                            "type",
                            "order.paid",
                            "time",
                            "2026-01-31T12:00:00Z",
                            "data",
                            Map.of("total", 2))));

            assertThat(received.next().properties())
                    .containsEntry("cloudEvents_id", "binary-1")
                    .containsEntry("cloudEvents_source", "/shop")
                    .containsEntry("cloudEvents_subject", "order 4711")
                    .containsEntry("cloudEvents_tenant", "eu")
                    .containsEntry("Subject", "order 4711");
            Answer structured = received.next();
            assertThat(structured.type()).isEqualTo("order.paid");
            assertThat(structured.property("cloudEvents_time")).isEqualTo("2026-01-31T12:00:00Z");
            assertThat(structured.json().path("total").asInt()).isEqualTo(2);
        }
    }

    @Test
    void onlyThoseThatTheirFilterTakes() {
        open();
        Mailbox mailbox = bob.mailbox(fresh("mail")).define();
        topic.seenBy(bob)
                .subscribe(
                        "large",
                        "to",
                        "mailbox:" + mailbox.name(),
                        "filter",
                        Json.parse(
                                "{\"all\":[{\"$\":\"/data/total\",\"more\":100},{\"$\":\"/type\",\"is\":\"placed\"}]}"));

        topic.publish("total", 1000);
        Topic.published(topic.events().query("type", "placed").body("{\"total\":1}"));
        Topic.published(topic.events().query("type", "placed").body("{\"total\":101}"));

        assertThat(mailbox.next().body().path("total").asInt()).isEqualTo(101);
        assertThat(topic.await("large", view -> view.path("sequence").asInt() == 3)
                        .path("delivered")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void alsoThoseThatComeLaterAndWantWhatWasBefore() {
        open();
        Mailbox mailbox = bob.mailbox(fresh("mail")).define();
        topic.publish("n", 1);
        topic.publish("n", 2);
        topic.publish("n", 3);

        topic.seenBy(bob).subscribe("late", "to", "mailbox:" + mailbox.name(), "from", "sequence:2");

        assertThat(topic.await("late", view -> view.path("lag").asInt() == 0)
                        .path("delivered")
                        .asInt())
                .isEqualTo(2);
        assertThat(mailbox.receive(10).stream()
                        .map(mail -> mail.body().path("n").asInt()))
                .containsExactly(2, 3);
        HttpAnswer replay = topic.seenBy(bob)
                .subscription("late", "replay")
                .body(Json.object("from", "beginning", "to", "sequence:1"))
                .send();
        assertThat(replay.status()).as(replay.toString()).isEqualTo(202);
        assertThat(mailbox.next().body().path("n").asInt()).isEqualTo(1);
        topic.publish("n", 4);
        assertThat(mailbox.next().body().path("n").asInt()).isEqualTo(4);
    }

    /** It is further behind than what is delivered in one turn, and gets it in several, beside those who are there. */
    @Test
    void alsoOneThatIsFarBehindAmongOthersWhoAreNot() {
        int before = 150;
        open();
        Mailbox there = bob.mailbox(fresh("mail")).define();
        Mailbox late = bob.mailbox(fresh("mail")).define();
        Topic bobs = topic.seenBy(bob);
        for (int n = 1; n <= before; n++) {
            topic.publish("n", n);
        }
        bobs.subscribe("there", "to", "mailbox:" + there.name());

        bobs.subscribe("late", "to", "mailbox:" + late.name(), "from", "beginning");
        for (int n = before + 1; n <= before + 5; n++) {
            topic.publish("n", n);
            assertThat(there.next().body().path("n").asInt()).isEqualTo(n);
        }

        JsonNode view = topic.await("late", one -> one.path("lag").asInt() == 0);
        assertThat(view.path("delivered").asInt()).as(view.toString()).isEqualTo(before + 5);
        assertThat(late.next().body().path("n").asInt()).isEqualTo(1);
    }

    @Test
    void laterIfTheyArePaused() {
        open();
        Mailbox mailbox = bob.mailbox(fresh("mail")).define();
        Topic bobs = topic.seenBy(bob);
        bobs.subscribe("slow", "to", "mailbox:" + mailbox.name());
        assertThat(bobs.subscription("slow", "pause")
                        .send()
                        .json()
                        .path("status")
                        .asText())
                .isEqualTo("PAUSED");

        topic.publish("n", 1);
        bobs.subscribe("quick", "to", "mailbox:" + mailbox.name(), "from", "beginning");
        topic.await("quick", view -> view.path("delivered").asInt() == 1);
        assertThat(mailbox.next().text("type")).isEqualTo(topic.name());
        JsonNode slow = topic.view("slow");
        assertThat(slow.path("lag").asInt()).as(slow.toString()).isEqualTo(1);
        assertThat(slow.path("oldest").asText()).isNotBlank();

        assertThat(bobs.subscription("slow", "resume")
                        .send()
                        .json()
                        .path("status")
                        .asText())
                .isEqualTo("ACTIVE");

        assertThat(mailbox.next().body().path("n").asInt()).isEqualTo(1);
        topic.await("slow", view -> view.path("lag").asInt() == 0);
    }

    /** The mailbox takes one message; what is about something else goes elsewhere meanwhile. */
    @Test
    void inOrderByKeyWhenOneIsHeldUp() {
        topic.define("key", "/order", "subscribers", ANYBODY);
        Mailbox mailbox = bob.mailbox(fresh("mail")).define("messages", 1);
        topic.seenBy(bob)
                .subscribe(
                        "all",
                        "to",
                        "mailbox:" + mailbox.name(),
                        "retry",
                        Map.of("backoff", "PT0.2S", "maximum", "PT0.5S"),
                        "maxDeliveries",
                        1000);
        topic.publish("order", "a", "n", 1);
        topic.await("all", view -> view.path("delivered").asInt() == 1);
        topic.publish("order", "b", "n", 2);
        JsonNode failing = topic.await("all", view -> view.path("failing").asInt() == 1);
        assertThat(failing.path("failures").path(0).path("problem").asText()).startsWith("mailbox-full");
        topic.publish("order", "b", "n", 3);
        topic.await("all", view -> view.path("failing").asInt() == 2);

        for (int n = 1; n <= 3; n++) {
            var mail = mailbox.next();
            assertThat(mail.body().path("n").asInt()).isEqualTo(n);
            mailbox.acknowledge(mail);
        }
        assertThat(topic.await("all", view -> view.path("failing").asInt() == 0)
                        .path("delivered")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void orIsParkedWhereTheyAreGone() {
        open();
        Mailbox mailbox = bob.mailbox(fresh("mail")).define();
        Topic bobs = topic.seenBy(bob);
        bobs.subscribe("parks", "to", "mailbox:" + mailbox.name(), "maxDeliveries", 1);
        bobs.subscribe("drops", "to", "mailbox:" + mailbox.name(), "maxDeliveries", 1, "onExhausted", "drop");
        bobs.subscribe("pauses", "to", "mailbox:" + mailbox.name(), "maxDeliveries", 1, "onExhausted", "pause");
        mailbox.self().delete().send();

        String id = topic.publish("n", 1);

        topic.await("parks", view -> view.path("parked").asInt() == 1);
        topic.await("drops", view -> view.path("dropped").asInt() == 1);
        assertThat(server.logged(" is dropped for " + topic.name() + "/drops"))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("WARN", "mailbox-unknown", id));
        JsonNode paused =
                topic.await("pauses", view -> view.path("status").asText().equals("PAUSED"));
        assertThat(paused.path("reason").asText()).startsWith("mailbox-unknown");
        mailbox.define();
        bobs.subscription("pauses", "resume").send();
        assertThat(mailbox.next().body().path("n").asInt()).isEqualTo(1);
    }
}
