package dev.parley.it.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * A mailbox as somebody sees it over HTTP.
 *
 * @param participant who looks at it
 * @param name its name
 * @param uri where it is
 */
public record Mailbox(HttpParticipant participant, String name, URI uri) {

    private static final String PATIENCE = "30";

    /** The same mailbox as somebody else sees it. */
    public Mailbox seenBy(HttpParticipant other) {
        return new Mailbox(other, name, uri);
    }

    /** Makes it, or changes it; it has to be allowed. */
    public Mailbox define(Object... namesAndValues) {
        return defineAs(Json.object(namesAndValues));
    }

    /** The same by its JSON text. */
    public Mailbox defineAs(String definition) {
        HttpAnswer answer = self().put(definition).send();
        assertThat(answer.status()).as(answer.toString()).isIn(200, 201);
        return this;
    }

    /** The mailbox itself: what it is like, and what is in it. */
    public HttpCall self() {
        return participant.call(uri);
    }

    /** Something of it. */
    public HttpCall at(String path) {
        return participant.call(URI.create(uri + "/" + path));
    }

    /** What is in it. */
    public HttpCall messages() {
        return at("messages");
    }

    /** Sends a message with this body, which must be accepted; its id. */
    public String send(String body) {
        return sendOnly(message("body", Json.parse(body)));
    }

    /** Sends this message, which must be accepted; its id. */
    public String sendOnly(String message) {
        HttpAnswer answer = messages().body(message).send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().path("messageIds").path(0).asText();
    }

    /** A message. */
    public static String message(Object... namesAndValues) {
        return Json.object(namesAndValues);
    }

    /** Several messages in one request. */
    public static String messages(List<String> messages) {
        return "{\"messages\":[" + String.join(",", messages) + "]}";
    }

    /** A poll. */
    public HttpCall reception() {
        return at("receive").post();
    }

    /** The next message, which must come. */
    public Mail next() {
        return one(reception().query("wait", PATIENCE).send());
    }

    /** The next message, which must come, locked for this time. */
    public Mail next(String lock) {
        return one(reception().query("wait", PATIENCE).query("lock", lock).send());
    }

    /** What is there now. */
    public List<Mail> receive(int max) {
        return mails(reception().query("max", String.valueOf(max)).send());
    }

    /** The only message of an answer. */
    public static Mail one(HttpAnswer answer) {
        List<Mail> mails = mails(answer);
        assertThat(mails).as(answer.toString()).hasSize(1);
        return mails.get(0);
    }

    /** The messages of an answer. */
    public static List<Mail> mails(HttpAnswer answer) {
        assertThat(answer.status()).as(answer.toString()).isIn(200, 204);
        List<Mail> mails = new ArrayList<>();
        if (answer.status() == 200) {
            answer.json().path("messages").forEach(json -> mails.add(new Mail(json)));
            assertThat(mails).as(answer.toString()).isNotEmpty();
        }
        return mails;
    }

    /** A lock. */
    public HttpCall lock(Mail mail) {
        return at("locks/" + mail.lock());
    }

    /** Acknowledges; the lock must be valid. */
    public void acknowledge(Mail mail) {
        HttpAnswer answer = lock(mail).delete().send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
    }

    /** What is announced of it, from now on. */
    public EventStream stream() {
        return participant.stream(at("stream").request());
    }

    /** What is said of it when it is read. */
    public JsonNode view() {
        HttpAnswer answer = self().send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }
}
