package dev.parley.it.topic;

import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.freshProviderQueue;
import static dev.parley.it.client.Samples.freshReplyQueue;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.Answer;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpCall;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsProvider;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.client.Json;
import dev.parley.it.client.Mail;
import dev.parley.it.client.Mailbox;
import dev.parley.it.client.Replies;
import dev.parley.it.client.Samples;
import dev.parley.it.client.WebhookReceiver;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.WaitingTest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Events of which something comes back: Cooper's exchanges that begin with who publishes. */
class SubscribersAnswerIT extends TopicTest {

    private static final String FAULT = "{\"type\":\"urn:example:busy\",\"title\":\"Busy\",\"detail\":\"No van.\"}";

    SubscribersAnswerIT(ParleyServer server) {
        super(server);
    }

    private void define(String exchange, Object... more) {
        Object[] all = new Object[more.length + 6];
        System.arraycopy(
                new Object[] {"publishers", ANYBODY, "subscribers", ANYBODY, "exchange", exchange}, 0, all, 0, 6);
        System.arraycopy(more, 0, all, 6, more.length);
        topic.define(all);
    }

    private HttpAnswer published(HttpCall call) {
        HttpAnswer answer = call.send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        return answer;
    }

    /** A subscription to a queue of bob's, from which he answers. */
    private Replies queue(JmsParticipant bobs, String subscription) {
        String queue = freshReplyQueue("bob");
        Replies received = bobs.listen(queue);
        topic.seenBy(bob).subscribe(subscription, "to", "queue:" + queue);
        return received;
    }

    private static void answer(JmsParticipant bobs, Answer event, String kind, String body) {
        bobs.answer(
                event,
                JmsRequest.to("offer")
                        .correlationId(String.valueOf(event.correlationId()))
                        .property("Kind", kind)
                        .text(body)
                        .withoutReplyAddress());
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static List<String> from(JsonNode answers) {
        return answers.findValuesAsText("from");
    }

    private JsonNode gathering(HttpAnswer published) {
        return alice.call(published.location()).send().json().path("gathering");
    }

    private void awaitAnswers(HttpAnswer published, int count) {
        Awaitility.await("answers")
                .until(() -> gathering(published).path("answers").size() == count);
    }

    @Test
    void fromQueuesMailboxesAndOperationsAndAllOfThemAreListed() {
        define("out-in");
        Mailbox mailbox = bob.mailbox(fresh("mail")).define();
        String operation = fresh("bid");
        try (JmsParticipant bobs = JmsParticipant.core(server, server.bob());
                JmsProvider paul = new JmsProvider(server, freshProviderQueue("bids"))) {
            olga.operation(operation)
                    .put("{\"provider\":{\"queue\":\"" + paul.queue() + "\"}}")
                    .send();
            Replies received = queue(bobs, "queue");
            topic.seenBy(bob).subscribe("mailbox", "to", "mailbox:" + mailbox.name());
            topic.seenBy(bob).subscribe("operation", "to", "operation:" + operation);
            topic.seenBy(bob)
                    .subscribe(
                            "others",
                            "to",
                            "queue:" + freshReplyQueue("bob"),
                            "filter",
                            Json.parse("{\"$\":\"/data/n\",\"is\":2}"));

            HttpAnswer published = published(topic.events().body("{\"n\":1}"));
            assertThat(published.json().path("conversationId").asText()).isNotEmpty();
            assertThat(texts(gathering(published).path("missing"))).containsExactly("mailbox", "operation", "queue");

            Answer event = received.next();
            assertThat(event.conversationId())
                    .isEqualTo(published.json().path("conversationId").asText());
            answer(bobs, event, "Reply", "{\"price\":7}");
            awaitAnswers(published, 1);
            Mail mail = mailbox.next();
            assertThat(mailbox.at("locks/" + mail.lock() + "/reply")
                            .body("{\"body\":{\"price\":6}}")
                            .send()
                            .status())
                    .isEqualTo(201);
            awaitAnswers(published, 2);
            assertThat(texts(gathering(published).path("missing"))).containsExactly("operation");
            paul.fault(paul.next(), FAULT);

            JsonNode end = alice.awaitFinal(published.location()).json();
            assertThat(end.path("status").asText()).isEqualTo("SUCCEEDED");
            JsonNode reply = end.path("reply");
            assertThat(reply.path("complete").asText()).isEqualTo("all");
            assertThat(from(reply.path("answers"))).containsExactly("queue", "mailbox", "operation");
            assertThat(reply.path("answers").path(1).path("reply").path("price").asInt())
                    .isEqualTo(6);
            assertThat(reply.path("answers").path(2).path("fault").path("type").asText())
                    .isEqualTo("urn:example:busy");
            assertThat(reply.path("missing")).isEmpty();
            assertThat(texts(end.path("gathering").path("expected"))).containsExactly("mailbox", "operation", "queue");
        }
    }

    @Test
    void untilThereAreEnoughAndWhatComesLaterIsOnlyInTheJournal() {
        define("out-in", "complete", "quorum:2");
        try (JmsParticipant bobs = JmsParticipant.core(server, server.bob())) {
            List<Replies> couriers = List.of(queue(bobs, "a"), queue(bobs, "b"), queue(bobs, "c"));
            HttpAnswer published = published(topic.events().body("{}"));
            List<Answer> events = couriers.stream().map(Replies::next).toList();

            answer(bobs, events.get(2), "Reply", "{\"price\":3}");
            answer(bobs, events.get(2), "Reply", "{\"price\":4}");
            answer(bobs, events.get(0), "Reply", "{\"price\":1}");

            JsonNode reply = alice.awaitFinal(published.location()).json().path("reply");
            assertThat(from(reply.path("answers"))).containsExactly("c", "a");
            assertThat(reply.path("answers").path(0).path("reply").path("price").asInt())
                    .isEqualTo(3);
            assertThat(texts(reply.path("missing"))).containsExactly("b");
            assertThat(reply.path("complete").asText()).isEqualTo("quorum:2");
            answer(bobs, events.get(1), "Reply", "{\"price\":2,\"late\":true}");
            String id = published.json().path("conversationId").asText();
            Awaitility.await("the late one")
                    .until(() -> alice.messages(id).send().text().contains("late"));
            assertThat(alice.messages(id).send().text())
                    .doesNotContain(String.valueOf(events.get(1).correlationId()));
            assertThat(gathering(published).path("answers")).hasSize(2);
        }
    }

    @Test
    void andItEndsAsSoonAsItCannotBeReached() {
        define("out-in", "complete", "quorum:2");
        try (JmsParticipant bobs = JmsParticipant.core(server, server.bob())) {
            Replies first = queue(bobs, "a");
            queue(bobs, "b");
            HttpAnswer published = published(topic.events().body("{}"));

            answer(bobs, first.next(), "Fault", FAULT);

            JsonNode end = alice.awaitFinal(published.location()).json();
            assertThat(end.path("status").asText()).isEqualTo("FAULTED");
            assertThat(end.path("fault").path("type").asText()).isEqualTo("urn:parley:fault:too-few");
            assertThat(texts(end.path("fault").path("missing"))).containsExactly("b");
            assertThat(end.path("gathering").path("complete").asText()).isEqualTo("out-of-reach");
        }
    }

    @Test
    void toWhoeverPublishedOverJmsEachWhenItComes() {
        define("out-in");
        try (JmsParticipant alices = JmsParticipant.core(server, server.alice());
                JmsParticipant bobs = JmsParticipant.core(server, server.bob())) {
            Replies first = queue(bobs, "a");
            Replies second = queue(bobs, "b");
            alices.publish(
                    topic.name(),
                    JmsRequest.to("asked").messageId("e1").correlationId("c1").state("mine"));
            Answer taken = alices.replies().next();
            assertThat(taken.kind()).isEqualTo("Ack");
            assertThat(taken.json().path("conversationId").asText()).isNotEmpty();

            answer(bobs, first.next(), "Reply", "{\"price\":1}");
            Answer reply = alices.replies().next();
            assertThat(reply.kind()).isEqualTo("Reply");
            assertThat(reply.property("Subscription")).isEqualTo("a");
            assertThat(reply.correlationId()).isEqualTo("c1");
            assertThat(reply.state()).isEqualTo("mine");
            answer(bobs, second.next(), "Fault", FAULT);
            Answer fault = alices.replies().next();
            assertThat(fault.kind()).isEqualTo("Fault");
            assertThat(fault.property("Subscription")).isEqualTo("b");
            Answer all = alices.replies().next();
            assertThat(all.kind()).isEqualTo("Reply");
            assertThat(all.property("Subscription")).isEmpty();
            assertThat(from(all.json().path("answers"))).containsExactly("a", "b");
        }
    }

    @WaitingTest
    void onlyWithTheirFaultsWhereNothingElseIsWanted() {
        define("robust-out-only", "deadline", "PT4S");
        try (JmsParticipant alices = JmsParticipant.core(server, server.alice());
                JmsParticipant bobs = JmsParticipant.core(server, server.bob())) {
            Replies first = queue(bobs, "a");
            queue(bobs, "silent");
            topic.seenBy(bob).subscribe("operation", "to", "operation:" + Samples.TAKE_PAYMENT);
            alices.publish(topic.name(), JmsRequest.to("paid").text(Samples.payment(Samples.declinedCard())));
            assertThat(alices.replies().next().kind()).isEqualTo("Ack");

            answer(bobs, first.next(), "Reply", "{}");
            Answer fault = alices.replies().next();
            assertThat(fault.kind()).isEqualTo("Fault");
            assertThat(fault.property("Subscription")).isEqualTo("operation");
            assertThat(fault.problem()).isEqualTo("urn:parley:fault:card-declined");
            JsonNode end = alice.awaitFinal(alice.conversationAt(String.valueOf(fault.conversationId())))
                    .json();
            assertThat(end.path("status").asText()).isEqualTo("SUCCEEDED");
            assertThat(end.has("reply")).isFalse();
            assertThat(end.path("gathering").path("complete").asText()).isEqualTo("deadline");
            assertThat(texts(end.path("gathering").path("missing"))).containsExactly("silent");
            assertThat(from(end.path("gathering").path("faults"))).containsExactly("operation");
            assertThat(alices.replies().poll(MOMENT)).isEmpty();
        }
    }

    @WaitingTest
    void ofThoseWhoCareUntilItIsQuiet() {
        define("out-optional-in", "complete", "idle:PT1S");
        try (JmsParticipant bobs = JmsParticipant.core(server, server.bob())) {
            Replies first = queue(bobs, "a");
            queue(bobs, "silent");
            HttpAnswer published = published(topic.events().body("{}"));

            answer(bobs, first.next(), "Reply", "{\"yes\":true}");

            JsonNode reply = alice.awaitFinal(published.location()).json().path("reply");
            assertThat(from(reply.path("answers"))).containsExactly("a");
            assertThat(reply.path("complete").asText()).isEqualTo("idle:PT1S");
        }
    }

    @Test
    void byReceiversThatTakeItAndByWhatCannotBeDelivered() {
        define("out-in");
        Mailbox gone = bob.mailbox(fresh("mail")).define();
        try (WebhookReceiver receiver = new WebhookReceiver()) {
            topic.seenBy(bob).subscribe("hook", "to", receiver.url());
            topic.seenBy(bob)
                    .subscribe("gone", "to", "mailbox:" + gone.name(), "maxDeliveries", 1, "onExhausted", "drop");
            gone.self().delete().send();

            HttpAnswer published = published(topic.events().body("{}"));

            JsonNode reply = alice.awaitFinal(published.location()).json().path("reply");
            assertThat(from(reply.path("answers"))).containsExactlyInAnyOrder("hook", "gone");
            reply.path("answers").forEach(answer -> assertThat(answer.has("reply"))
                    .isEqualTo(answer.path("from").asText().equals("hook")));
        }
    }

    @Test
    void asLongAsAnOperationSaysThatThereIsNotEnough() {
        String enough = fresh("enough");
        define("out-in", "complete", Json.parse("{\"operation\":\"" + enough + "\"}"));
        try (JmsParticipant bobs = JmsParticipant.core(server, server.bob());
                JmsProvider paul = new JmsProvider(server, freshProviderQueue("enough"))) {
            olga.operation(enough)
                    .put("{\"provider\":{\"queue\":\"" + paul.queue() + "\"}}")
                    .send();
            List<Replies> couriers = List.of(queue(bobs, "a"), queue(bobs, "b"), queue(bobs, "c"));
            HttpAnswer published = published(topic.events().body("{}"));
            List<Answer> events = couriers.stream().map(Replies::next).toList();

            answer(bobs, events.get(0), "Reply", "{\"price\":9}");
            paul.reply(paul.next(), "{\"complete\":false}");
            answer(bobs, events.get(1), "Reply", "{\"price\":1}");
            var asked = paul.next();
            assertThat(from(Json.parse(asked.text()).path("answers"))).containsExactly("a", "b");
            paul.reply(asked, "{\"complete\":true}");

            JsonNode reply = alice.awaitFinal(published.location()).json().path("reply");
            assertThat(reply.path("complete").asText()).isEqualTo("operation:" + enough);
            assertThat(texts(reply.path("missing"))).containsExactly("c");
        }
    }

    @Test
    void toNobodyAndTwiceAndCancelled() {
        define("out-in");
        HttpAnswer nobody = published(topic.events().key("k1").body("{}"));
        assertThat(alice.awaitFinal(nobody.location()).conversationStatus()).isEqualTo("SUCCEEDED");
        HttpAnswer again = published(topic.events().key("k1").body("{}"));
        assertThat(again.location()).isEqualTo(nobody.location());

        topic.seenBy(bob).subscribe("a", "to", "queue:" + freshReplyQueue("bob"));
        HttpAnswer waiting = published(topic.events().query("deadline", "PT10M").body("{}"));
        String id = waiting.json().path("conversationId").asText();
        assertThat(bob.conversation(id).send().status()).isEqualTo(404);
        alice.call(URI.create(alice.conversationAt(id) + "/cancel")).body("").send();
        assertThat(alice.awaitFinal(waiting.location(), Duration.ofSeconds(20)).conversationStatus())
                .isEqualTo("CANCELLED");
    }

    @Test
    void notWhereNothingComesBackOrMoreIsWantedThanCanBe() {
        open();
        assertThatItIsRefused(
                400, "event-invalid", topic.events().query("complete", "all").body("{}"));
        define("out-in");
        assertThatItIsRefused(
                400,
                "event-invalid",
                topic.events().query("complete", "quorum:0").body("{}"));
        assertThatItIsRefused(
                400,
                "event-invalid",
                topic.events()
                        .query("complete", "quorum:2")
                        .query("atLeast", "3")
                        .body("{}"));
        assertThatItIsRefused(
                400, "parameter-invalid", topic.events().query("atLeast", "-1").body("{}"));
        assertThatItIsRefused(
                400,
                "deadline-invalid",
                topic.events().query("deadline", "soon").body("{}"));
    }
}
