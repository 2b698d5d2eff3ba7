package dev.parley.it.relay;

import static dev.parley.it.client.Mailbox.message;
import static dev.parley.it.client.Samples.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpCall;
import dev.parley.it.client.Json;
import dev.parley.it.client.Mail;
import dev.parley.it.client.Mailbox;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.WaitingTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The provider of an operation polls its requests from a mailbox, and replies to their locks. */
class MailboxProvidesAnOperationIT extends RelayTest {

    private static final String PATIENT = "\"timeout\":\"PT10M\"";

    /** Patience of a second and a half, and two attempts. */
    private static final String QUICK = "\"timeout\":\"PT1.5S\",\"retry\":{\"attempts\":2,\"backoff\":\"PT0.1S\"}";

    private final String operation = fresh("quote");

    MailboxProvidesAnOperationIT(ParleyServer server) {
        super(server);
    }

    @Test
    void itsReplyIsTheAnswer() {
        enter(PATIENT);
        HttpAnswer accepted = ask();

        Mail asked = mailbox.next();

        assertThat(asked.text("type")).isEqualTo(operation);
        assertThat(asked.body()).isEqualTo(Json.parse("{\"item\":\"tea\"}"));
        assertThat(asked.text("conversationId")).isEqualTo(accepted.conversationId());
        assertThat(asked.messageId()).isEqualTo(accepted.conversationId() + ".Request");
        assertThat(asked.json().path("properties"))
                .isEqualTo(Json.parse("{\"Kind\":\"Request\",\"Attempt\":1,\"Hops\":1}"));
        assertThat(reply(asked, "body", Json.parse("{\"price\":12}")).status()).isEqualTo(201);
        HttpAnswer ended = alice.awaitFinal(accepted.location());
        assertThat(ended.conversationStatus()).isEqualTo("SUCCEEDED");
        assertThat(ended.json().path("reply")).isEqualTo(Json.parse("{\"price\":12}"));
        assertThat(mailbox.receive(10)).isEmpty();
    }

    @Test
    void itsFaultIsPassedOn() {
        enter(PATIENT);
        HttpAnswer accepted = ask();

        reply(mailbox.next(), "fault", true, "body", Json.parse("{\"type\":\"urn:parley:fault:sold-out\"}"));

        HttpAnswer ended = alice.awaitFinal(accepted.location());
        assertThat(ended.conversationStatus()).isEqualTo("FAULTED");
        assertThat(ended.json().path("fault").path("type").asText()).isEqualTo("urn:parley:fault:sold-out");
    }

    @WaitingTest
    void itIsAskedAgainWhileItIsSilent() {
        enter(QUICK);
        HttpAnswer accepted = ask();
        Mail first = mailbox.next("PT5M");

        Mail second = mailbox.next();

        assertThat(second.messageId()).isEqualTo(first.messageId());
        assertThat(second.json().path("properties").path("Attempt").asInt()).isEqualTo(2);
        assertThat(reply(first, "body", 1).status())
                .as("whoever holds the lock may answer still")
                .isEqualTo(201);
        assertThat(reply(second, "body", 2).status()).isEqualTo(201);
        assertThat(alice.awaitFinal(accepted.location()).json().path("reply").asInt())
                .isEqualTo(1);
    }

    /** The conversation keeps the time: that its request expired is not an answer. */
    @WaitingTest
    void itsSilenceEndsWithAFault() {
        enter(QUICK);

        HttpAnswer ended = alice.awaitFinal(ask().location());

        assertThat(ended.conversationStatus()).isEqualTo("FAULTED");
        assertThat(ended.json().path("fault").path("type").asText()).isEqualTo("urn:parley:fault:provider-timeout");
        await("what it did not take is gone")
                .atMost(Duration.ofSeconds(30))
                .until(() -> mailbox.view().path("ready").asInt() == 0);
    }

    @Test
    void itsMailboxNeedNotBeThereYet() {
        enter(
                "\"timeout\":\"PT0.5S\",\"retry\":{\"attempts\":20,\"backoff\":\"PT0.1S\",\"maximum\":\"PT0.5S\"}",
                Json.object("mailbox", mailbox.name(), "owner", "bob"));
        HttpAnswer accepted = ask();

        mailbox.define();
        Mail asked = mailbox.next("PT5M");

        assertThat(reply(asked, "body", 3).status()).isEqualTo(201);
        assertThat(alice.awaitFinal(accepted.location()).conversationStatus()).isEqualTo("SUCCEEDED");
    }

    @Test
    void nothingIsRepliedToWhatWantsNoReply() {
        enter(PATIENT);
        HttpAnswer accepted = alice.operation(operation)
                .query("exchange", "in-only")
                .body("{\"item\":\"tea\"}")
                .send();
        assertThat(alice.awaitFinal(accepted.location()).conversationStatus()).isEqualTo("SUCCEEDED");

        Mail asked = mailbox.next("PT5M");

        assertThat(asked.json().has("replyTo")).isFalse();
        assertThat(reply(asked, "body", 1).status()).isEqualTo(409);
        mailbox.acknowledge(asked);
    }

    /** Both participants make outbound requests only, and an operation is between them. */
    @Test
    void whoAsksMayPollToo() {
        enter(PATIENT);
        Mailbox answers = alice.mailbox(fresh("answers")).define();
        HttpAnswer accepted = alice.operation(operation)
                .query("replyTo", "mailbox:" + answers.name())
                .key(fresh("quote"))
                .body("{\"item\":\"tea\"}")
                .send();

        reply(mailbox.next(), "body", Json.parse("{\"price\":12}"));

        Mail reply = answers.next();
        assertThat(reply.body()).isEqualTo(Json.parse("{\"price\":12}"));
        assertThat(reply.text("conversationId")).isEqualTo(accepted.conversationId());
        answers.acknowledge(reply);
    }

    @Test
    void itIsShownInTheDirectory() {
        enter(PATIENT);

        HttpAnswer shown = olga.operation(operation).send();

        assertThat(shown.json().path("provider")).isEqualTo(Json.parse(Json.object("mailbox", mailbox.name())));
    }

    @Test
    void itsNameHasToBeOne() {
        HttpCall odd = olga.operation(operation).put("{\"provider\":{\"mailbox\":\"a/b\"}}");

        HttpAnswer refused = assertThatItIsRefused(400, "body-invalid", odd);

        assertThat(refused.json().path("errors").path(0).path("field").asText()).isEqualTo("/provider/mailbox");
    }

    private void enter(String terms) {
        enter(terms, Json.object("mailbox", mailbox.define().name()));
    }

    private void enter(String terms, String provider) {
        HttpAnswer answer = olga.operation(operation)
                .put("{\"provider\":" + provider + "," + terms + "}")
                .send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }

    private HttpAnswer ask() {
        return alice.operation(operation)
                .key(fresh("quote"))
                .body("{\"item\":\"tea\"}")
                .send();
    }

    private HttpAnswer reply(Mail asked, Object... namesAndValues) {
        return mailbox.at("locks/" + asked.lock() + "/reply")
                .body(message(namesAndValues))
                .send();
    }
}
