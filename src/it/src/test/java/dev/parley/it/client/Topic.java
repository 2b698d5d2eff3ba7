package dev.parley.it.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/**
 * A topic as somebody sees it over HTTP.
 *
 * @param participant who looks at it
 * @param name its name
 * @param uri where it is
 */
public record Topic(HttpParticipant participant, String name, URI uri) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The same topic as somebody else sees it. */
    public Topic seenBy(HttpParticipant other) {
        return new Topic(other, name, uri);
    }

    /** Makes it, or changes it; it has to be allowed. */
    public Topic define(Object... namesAndValues) {
        HttpAnswer answer = self().put(Json.object(namesAndValues)).send();
        assertThat(answer.status()).as(answer.toString()).isIn(200, 201);
        return this;
    }

    /** The topic itself: what it is like, and what is in it. */
    public HttpCall self() {
        return participant.call(uri);
    }

    /** Its events. */
    public HttpCall events() {
        return participant.call(URI.create(uri + "/events"));
    }

    /** Its subscriptions. */
    public HttpCall subscriptions() {
        return participant.call(URI.create(uri + "/subscriptions"));
    }

    /** One of its subscriptions. */
    public HttpCall subscription(String subscription) {
        return participant.call(URI.create(uri + "/subscriptions/" + subscription));
    }

    /** Something of one of its subscriptions. */
    public HttpCall subscription(String subscription, String what) {
        return participant
                .call(URI.create(uri + "/subscriptions/" + subscription + "/" + what))
                .post();
    }

    /** The secret of one of its subscriptions. */
    public HttpCall secret(String subscription) {
        return participant.call(URI.create(uri + "/subscriptions/" + subscription + "/secret"));
    }

    /** Subscribes, which has to be allowed. */
    public void subscribe(String subscription, Object... namesAndValues) {
        HttpAnswer answer =
                subscription(subscription).put(Json.object(namesAndValues)).send();
        assertThat(answer.status()).as(answer.toString()).isIn(200, 201);
    }

    /** Publishes, which has to be allowed; the id of the event. */
    public String publish(Object... namesAndValues) {
        return published(events().body(Json.object(namesAndValues)));
    }

    /** The id of an event that is published by a call. */
    public static String published(HttpCall call) {
        HttpAnswer answer = call.send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        return answer.json().path("messageId").asText();
    }

    /** What is said of a subscription when it is read. */
    public JsonNode view(String subscription) {
        HttpAnswer answer = subscription(subscription).send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    /**
     * Waits until a subscription has looked at all events. An event is numbered soon after its commit, and counts for
     * the lag from then on: so it has to be said how many there are at least.
     */
    public void awaitNoLag(String subscription, int published) {
        await(
                subscription,
                view -> view.path("sequence").asInt() >= published
                        && view.path("lag").asInt() == 0);
    }

    /** What is said of a subscription once something holds of it. */
    public JsonNode await(String subscription, Predicate<JsonNode> holds) {
        return Awaitility.await("subscription " + subscription).atMost(PATIENCE).until(() -> view(subscription), holds);
    }
}
