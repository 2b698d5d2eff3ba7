package dev.parley.web.topic;

import static dev.parley.web.RestDispatcher.BASE;
import static dev.parley.web.RestDispatcher.assertProblem;
import static dev.parley.web.RestDispatcher.body;
import static dev.parley.web.RestDispatcher.get;
import static dev.parley.web.RestDispatcher.header;
import static dev.parley.web.RestDispatcher.json;
import static dev.parley.web.RestDispatcher.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.definition.Precondition;
import dev.parley.definition.Written;
import dev.parley.message.Caller;
import dev.parley.message.Page;
import dev.parley.topic.event.AnswersWanted;
import dev.parley.topic.event.EventDraft;
import dev.parley.topic.event.Events;
import dev.parley.topic.event.Published;
import dev.parley.topic.subscription.SubscriptionKind;
import dev.parley.topic.subscription.SubscriptionState;
import dev.parley.topic.subscription.SubscriptionView;
import dev.parley.topic.subscription.Subscriptions;
import dev.parley.web.PlannedTasks;
import dev.parley.web.RestDispatcher;
import dev.parley.web.TestSuspensions;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.resteasy.mock.MockHttpRequest;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Subscriptions and events through the dispatcher of the server's Jakarta REST, with what is behind them made up. */
class TopicResourcesTest {

    private final FakeSubscriptions subscriptions = new FakeSubscriptions();
    private final FakeEvents events = new FakeEvents();
    private RestDispatcher dispatcher;

    @BeforeEach
    @SuppressWarnings("UnnecessaryAssignment") // there is no container here that injects
    void start() {
        var subscribed = new SubscriptionsResource();
        subscribed.subscriptions = subscriptions;
        var published = new EventsResource();
        published.events = events;
        published.maxSize = 64;
        published.suspensions = TestSuspensions.of(Runnable::run, PlannedTasks.deadlines());
        // Their paths begin alike: all must be found
        dispatcher = new RestDispatcher(new TopicsResource(), subscribed, published);
    }

    private MockHttpResponse send(MockHttpRequest request) {
        return dispatcher.send(request);
    }

    @Test
    void aSubscriptionIsMadeAndShown() throws Exception {
        MockHttpResponse made =
                send(body("PUT", "/topics/orders/subscriptions/billing", "{}").header("If-None-Match", "*"));

        assertThat(made.getStatus()).isEqualTo(201);
        assertThat(header(made, "Location")).isEqualTo(BASE + "/topics/orders/subscriptions/billing");
        assertThat(header(made, "ETag")).isEqualTo("\"7\"");
        assertThat(json(made).getString("name")).isEqualTo("billing");
        assertThat(json(made).getString("topic")).isEqualTo("orders");
        assertThat(json(made).getInt("lag")).isEqualTo(3);
        assertThat(subscriptions.done).containsExactly("define orders/billing");
    }

    @Test
    void whatIsSaidToASubscriptionIsPassedOn() throws Exception {
        send(get("/topics/orders/subscriptions?limit=2"));
        send(request("POST", "/topics/orders/subscriptions/billing/pause"));
        send(request("POST", "/topics/orders/subscriptions/billing/resume"));
        MockHttpResponse replay =
                send(body("POST", "/topics/orders/subscriptions/billing/replay", "{\"from\":\"beginning\"}"));
        send(request("DELETE", "/topics/orders/subscriptions/billing"));

        assertThat(replay.getStatus()).isEqualTo(202);
        assertThat(subscriptions.done)
                .containsExactly(
                        "list orders 2",
                        "pause orders/billing",
                        "resume orders/billing",
                        "replay orders/billing {\"from\":\"beginning\"}",
                        "delete orders/billing");
    }

    @Test
    void oddNamesAreNotThere() throws Exception {
        assertProblem(send(get("/topics/a%20b/subscriptions/c")), 404, "topic-unknown");
        assertProblem(send(get("/topics/a/subscriptions/c%2Fd")), 404, "subscription-unknown");
        assertProblem(send(body("PUT", "/topics/a/subscriptions/c%20d", "{}")), 400, "name-invalid");
        assertThat(subscriptions.done).isEmpty();
    }

    @Test
    void aPlainEventIsPublished() throws Exception {
        MockHttpResponse published = send(body("POST", "/topics/orders/events?type=placed&subject=4711", "{\"n\":1}")
                .header("Idempotency-Key", "\"order-1\""));

        assertThat(published.getStatus()).isEqualTo(202);
        assertThat(json(published).getString("messageId")).isEqualTo("order-1");
        assertThat(events.published)
                .containsExactly(new EventDraft("order-1", "placed", null, "4711", Map.of(), "{\"n\":1}"));
    }

    @Test
    void aCloudEventIsPublishedInBothModes() throws Exception {
        send(body("POST", "/topics/orders/events", "{\"n\":1}")
                .header("ce-specversion", "1.0")
                .header("ce-id", "1")
                .header("ce-source", "/shop")
                .header("CE-Type", "placed")
                .header("ce-subject", "f%C3%BCr+alle")
                .header("ce-tenant", "100%"));
        send(request("POST", "/topics/orders/events")
                .contentType("application/cloudevents+json; charset=UTF-8")
                .content("{\"specversion\":\"1.0\",\"id\":\"2\",\"source\":\"/s\",\"type\":\"t\",\"data\":1}"
                        .getBytes(StandardCharsets.UTF_8)));

        assertThat(events.published)
                .containsExactly(
                        new EventDraft("1", "placed", "/shop", "für+alle", Map.of("tenant", "100%"), "{\"n\":1}"),
                        new EventDraft("2", "t", "/s", null, Map.of(), "1"));
    }

    @Test
    void whatComesBackIsAskedForAndSaidWhere() throws Exception {
        MockHttpResponse answer =
                send(body("POST", "/topics/orders/events?complete=quorum:2,idle:PT5S&atLeast=1&deadline=PT1M", "{}"));

        assertThat(events.wanted).containsExactly(AnswersWanted.of("quorum:2,idle:PT5S", 1, "PT1M"));
        assertThat(String.valueOf(answer.getOutputHeaders().getFirst("Location")))
                .endsWith("/conversations/c1");
        assertThat(json(answer).getString("conversationId")).isEqualTo("c1");
        assertProblem(send(body("POST", "/topics/orders/events?atLeast=two", "{}")), 400, "parameter-invalid");
    }

    @Test
    void whatCannotBePublishedIsSaid() throws Exception {
        assertProblem(
                send(request("POST", "/topics/orders/events").contentType("text/plain")),
                415,
                "unsupported-media-type");
        assertProblem(
                send(request("POST", "/topics/orders/events").contentType("application/cloudevents-batch+json")),
                415,
                "unsupported-media-type");
        assertProblem(send(body("POST", "/topics/orders/events", "{}").header("ce-id", "1")), 400, "event-invalid");
        assertProblem(
                send(body("POST", "/topics/orders/events", "{}").header("Idempotency-Key", "\"")),
                400,
                "idempotency-key-invalid");
        assertProblem(
                send(body("POST", "/topics/orders/events", " ".repeat(64 * 1024 + 65))), 413, "message-too-large");
        assertThat(events.published).isEmpty();
    }

    private static final class FakeEvents implements Events {

        private final List<EventDraft> published = new ArrayList<>();
        private final List<AnswersWanted> wanted = new ArrayList<>();

        @Override
        public CompletionStage<Published> publish(String topic, EventDraft event, AnswersWanted wanted, Caller caller) {
            published.add(event);
            this.wanted.add(wanted);
            String conversation = wanted.saysHow() ? "c1" : null;
            return CompletableFuture.completedStage(
                    new Published(topic, String.valueOf(event.id()), false, conversation));
        }
    }

    private static final class FakeSubscriptions implements Subscriptions {

        private final List<String> done = new ArrayList<>();

        private static SubscriptionView view() {
            SubscriptionKind kind = SubscriptionKind.SUBSCRIPTIONS;
            var subscription = kind.defined(
                    "orders/billing",
                    7,
                    "ann",
                    kind.read("orders/billing", "{\"to\":\"queue:reply.billing\"}"),
                    Instant.EPOCH,
                    "ann");
            return new SubscriptionView(SubscriptionState.at(subscription, 4), 3, Instant.EPOCH, 0, List.of());
        }

        private SubscriptionView noted(String what) {
            done.add(what);
            return view();
        }

        @Override
        public Written<SubscriptionView> define(String name, String definition, Precondition expected, Caller caller) {
            return new Written<>(noted("define " + name), Written.Change.CREATED);
        }

        @Override
        public SubscriptionView get(String name, Caller caller) {
            return noted("get " + name);
        }

        @Override
        public Page<SubscriptionView> list(String topic, String after, int limit, Caller caller) {
            return new Page<>(List.of(noted("list " + topic + " " + limit)), null);
        }

        @Override
        public void delete(String name, Precondition expected, Caller caller) {
            noted("delete " + name);
        }

        @Override
        public SubscriptionView pause(String name, Caller caller) {
            return noted("pause " + name);
        }

        @Override
        public SubscriptionView resume(String name, Caller caller) {
            return noted("resume " + name);
        }

        @Override
        public SubscriptionView replay(String name, String range, Caller caller) {
            return noted("replay " + name + " " + range);
        }
    }
}
