package dev.parley.it.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/**
 * A pool of resources as somebody sees it over HTTP.
 *
 * @param participant who looks at it
 * @param name its name
 * @param uri where it is
 */
public record Pool(HttpParticipant participant, String name, URI uri) {

    /** The same pool as somebody else sees it. */
    public Pool seenBy(HttpParticipant other) {
        return new Pool(other, name, uri);
    }

    /** Makes it, or changes it; it has to be allowed. It is for everybody, unless {@code holders} says for whom. */
    public Pool define(Object... namesAndValues) {
        HttpAnswer answer =
                self().put(Json.object(forEverybody(namesAndValues))).send();
        assertThat(answer.status()).as(answer.toString()).isIn(200, 201);
        return this;
    }

    private static Object[] forEverybody(Object... namesAndValues) {
        Stream<Object> given = Stream.of(namesAndValues);
        return List.of(namesAndValues).contains("holders")
                ? namesAndValues
                : Stream.concat(given, Stream.of("holders", new String[] {"*"})).toArray();
    }

    /** The pool itself: what it is like, and how much of it is in use. */
    public HttpCall self() {
        return participant.call(uri);
    }

    /** Its grants. */
    public HttpCall grants() {
        return participant.call(URI.create(uri + "/grants"));
    }

    /** A request for a grant. */
    public HttpCall request(Object... namesAndValues) {
        return grants().body(Json.object(namesAndValues));
    }

    /** One of its grants. */
    public HttpCall grant(String id) {
        return participant.call(URI.create(uri + "/grants/" + id));
    }

    /** Something of one of its grants. */
    public HttpCall grant(String id, String what) {
        return participant.call(URI.create(uri + "/grants/" + id + "/" + what)).post();
    }

    /** The answer to a ping: {@code confirm} or {@code decline}. */
    public HttpCall answer(String id, String what, String pingId) {
        return grant(id, what).body(Json.object("pingId", pingId));
    }

    /** Asks for what must be free; the grant. */
    public JsonNode hold(Object... namesAndValues) {
        HttpAnswer answer = request(namesAndValues).send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.json().path("status").asText()).isEqualTo("HELD");
        return answer.json();
    }

    /** Gives back what is held, or waits no longer. */
    public void release(String id) {
        HttpAnswer answer = grant(id).delete().send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
    }

    /** What is said of it when it is read. */
    public JsonNode view() {
        return shown(self().send());
    }

    /** A grant that has not ended. */
    public JsonNode view(String id) {
        return shown(grant(id).send());
    }

    private static JsonNode shown(HttpAnswer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }
}
