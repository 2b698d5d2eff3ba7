package dev.parley.it.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * An instance of a process as somebody sees it over HTTP.
 *
 * @param participant who looks at it
 * @param uri where it is
 */
public record Instance(HttpParticipant participant, URI uri) {

    private static final Duration PATIENCE = Duration.ofSeconds(45);

    /** The same instance as somebody else sees it. */
    public Instance seenBy(HttpParticipant other) {
        return new Instance(other, uri);
    }

    /** The conversation's id. */
    public String id() {
        return uri.getPath().substring(uri.getPath().lastIndexOf('/') + 1);
    }

    /** What is known of it as a conversation. */
    public HttpCall self() {
        return participant.call(uri);
    }

    /** Where its steps stand. */
    public HttpCall steps() {
        return participant.call(URI.create(uri + "/steps"));
    }

    /** Where it stands, which may be seen. */
    public JsonNode view() {
        HttpAnswer answer = steps().send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    /** The status of each step that was begun, by name. */
    public Map<String, String> statuses() {
        Map<String, String> statuses = new TreeMap<>();
        view().path("steps").forEach(step -> statuses.put(text(step, "step"), text(step, "status")));
        return statuses;
    }

    /** A step that was begun. */
    public JsonNode step(String name) {
        for (JsonNode step : view().path("steps")) {
            if (text(step, "step").equals(name)) {
                return step;
            }
        }
        throw new AssertionError("Step " + name + " was not begun: " + view());
    }

    /** What the participant could have done now, each as its name and step. */
    public List<String> actions() {
        List<String> actions = new ArrayList<>();
        view().path("actions").forEach(action -> actions.add(text(action, "name") + stepOf(action)));
        return actions;
    }

    private static String stepOf(JsonNode action) {
        String href = text(action, "href");
        int at = href.indexOf("/steps/");
        return at < 0 ? "" : " " + href.substring(at + "/steps/".length(), href.lastIndexOf('/'));
    }

    /** A command to a step, of which nothing was seen. */
    public HttpCall command(String step, String command, String body) {
        return participant
                .call(URI.create(uri + "/steps/" + step + "/" + command))
                .body(body);
    }

    /** A command to a step as it is now; it has to be taken. */
    public Instance settle(String step, String command, Object... namesAndValues) {
        String etag = text(step(step), "etag");
        HttpAnswer answer = command(step, command, Json.object(namesAndValues))
                .header("If-Match", etag)
                .send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return this;
    }

    /** A command to all of it: {@code cancel}, {@code pause} or {@code resume}. */
    public HttpCall command(String command, @Nullable String body) {
        HttpCall call = participant.call(URI.create(uri + "/" + command));
        return body == null ? call.post() : call.body(body);
    }

    /** Waits until it has this status. */
    public Instance await(String status) {
        await(status, () -> self().send().conversationStatus());
        return this;
    }

    /** Waits until a step has this status. */
    public Instance await(String step, String status) {
        await(status, () -> statuses().getOrDefault(step, "not begun"));
        return this;
    }

    /** Waits until its journal has a note. */
    public void awaitNote(String note) {
        await("true", () -> String.valueOf(notes().contains(note)));
    }

    /** Waits until its deadline has passed, which does not end it. */
    public Instance awaitOverdue() {
        await("true", () -> text(view(), "overdue"));
        return this;
    }

    private static void await(String status, Callable<String> actual) {
        Awaitility.await(status)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(actual, status::equals);
    }

    /** The end of it. */
    public JsonNode end() {
        return participant.awaitFinal(uri).json();
    }

    /** The notes in its journal, by what they say, in order. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        for (JsonNode entry : journal()) {
            if (entry.path("body").has("note")) {
                notes.add(text(entry.path("body"), "note"));
            }
        }
        return notes;
    }

    /** What is in its journal, in order: notes by what they say, all else by kind and type. */
    public List<String> story() {
        List<String> story = new ArrayList<>();
        for (JsonNode entry : journal()) {
            JsonNode note = entry.path("body").path("note");
            story.add(note.isTextual() ? note.asText() : text(entry, "kind") + " " + text(entry, "type"));
        }
        return story;
    }

    /** The replies and faults that went to its requester; what its steps were answered has come in. */
    public List<String> answers() {
        List<String> answers = new ArrayList<>();
        for (JsonNode entry : journal()) {
            String kind = text(entry, "kind");
            if (text(entry, "direction").equals("OUT") && (kind.equals("Reply") || kind.equals("Fault"))) {
                answers.add(kind);
            }
        }
        return answers;
    }

    /** Its journal. */
    public JsonNode journal() {
        HttpAnswer answer = participant.call(URI.create(uri + "/messages")).send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json().path("messages");
    }

    private static String text(JsonNode object, String name) {
        return object.path(name).asText();
    }
}
