package dev.parley.it.security;

import static dev.parley.it.client.Mailbox.message;
import static dev.parley.it.client.Samples.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.it.client.DeadMessages;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.client.Json;
import dev.parley.it.client.Mail;
import dev.parley.it.client.Mailbox;
import dev.parley.it.client.Pool;
import dev.parley.it.client.Topic;
import dev.parley.it.server.OnSharedServer;
import dev.parley.it.server.ParleyServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Alice has named her mailbox, and deleted it: Bob, who makes one of that name, gets nothing of what is hers. */
@OnSharedServer
class MailboxIsMadeAnewIT {

    private static final String[] ANYBODY = {"*"};

    private final ParleyServer server;
    private final HttpParticipant alice;
    private final HttpParticipant bob;
    private final HttpParticipant olga;
    private final String operation = fresh("quote");
    /** Alice's. */
    private final Mailbox hers;
    /** Olga's, who provides. */
    private final Mailbox quotes;

    MailboxIsMadeAnewIT(ParleyServer server) {
        this.server = server;
        alice = new HttpParticipant(server, server.alice());
        bob = new HttpParticipant(server, server.bob());
        olga = new HttpParticipant(server, server.olga());
        hers = alice.mailbox(fresh("hers")).define();
        quotes = olga.mailbox(fresh("quotes")).define("senders", ANYBODY);
    }

    @AfterEach
    void takeTheOperationOut() {
        olga.operation(operation).delete().send();
    }

    @Test
    void whatIsAskedOverHttpIsNotAnsweredToHim() {
        enter();
        String key = fresh("key");
        HttpAnswer accepted = alice.operation(operation)
                .query("replyTo", "mailbox:" + hers.name())
                .key(key)
                .body("{}")
                .send();
        assertThat(accepted.status()).as(accepted.toString()).isEqualTo(202);

        answerAfterHeHasIt();

        assertThat(alice.awaitFinal(accepted.location()).conversationStatus()).isEqualTo("SUCCEEDED");
        assertThat(DeadMessages.awaitReason(server, key)).contains("mailbox-unknown");
        assertThatHeGetsNothing();
    }

    @Test
    void whatIsAskedOverJmsIsNotAnsweredToHim() {
        enter();
        String id = fresh("request");
        try (JmsParticipant sender = JmsParticipant.core(server, server.alice())) {
            sender.send(JmsRequest.to(operation)
                    .text("{}")
                    .messageId(id)
                    .correlationId(id)
                    .property("ReplyTo", "mailbox:" + hers.name())
                    .withoutReplyAddress());
        }

        answerAfterHeHasIt();

        assertThat(DeadMessages.awaitReason(server, id)).contains("mailbox-unknown");
        assertThatHeGetsNothing();
    }

    /** It is hers again, and so is the answer. */
    @Test
    void whatIsAskedIsAnsweredToHerWhereSheHasMadeItAnew() {
        enter();
        alice.operation(operation)
                .query("replyTo", "mailbox:" + hers.name())
                .key(fresh("key"))
                .body("{}")
                .send();
        Mail asked = quotes.next();
        delete();
        hers.define();

        assertThat(reply(asked).status()).isEqualTo(201);

        assertThat(hers.next().body().asInt()).isEqualTo(12);
    }

    @Test
    void whatIsAskedOfAMailboxIsNotAnsweredToHim() {
        quotes.seenBy(alice).sendOnly(message("body", 1, "replyTo", "mailbox:" + hers.name()));
        Mail asked = quotes.next();
        heHasIt();

        HttpAnswer refused = reply(asked);

        assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
        assertThat(refused.json().path("type").asText()).isEqualTo("urn:parley:fault:reply-address-refused");
        assertThatHeGetsNothing();
    }

    /** Nor is he asked in her place whether she wants it still, or told that she has it no more. */
    @Test
    void whoHoldsAGrantIsNotAskedThroughHim() {
        Pool pool = olga.pool(fresh("pool"))
                .define("capacity", 9, "pingEvery", "PT3S", "pingTimeout", "PT1S", "pingAttempts", 1);
        Pool asHers = pool.seenBy(alice);
        String grant =
                asHers.hold("pingTo", "mailbox:" + hers.name()).path("grantId").asText();
        heHasIt();

        HttpAnswer ended = await("the end of grant " + grant)
                .atMost(Duration.ofSeconds(60))
                .until(() -> asHers.grant(grant).send(), answer -> answer.status() == 410);

        assertThat(ended.json().path("ended").asText()).isEqualTo("SILENT");
        assertThat(DeadMessages.awaitReason(server, grant)).contains("mailbox-unknown");
        assertThatHeGetsNothing();
    }

    @Test
    void whatIsPublishedDoesNotComeToHim() {
        Topic topic = olga.topic(fresh("topic")).define("subscribers", ANYBODY);
        Topic asHers = topic.seenBy(alice);
        asHers.subscribe("hers", "to", "mailbox:" + hers.name(), "maxDeliveries", 1);
        heHasIt();

        topic.publish("n", 1);

        asHers.await("hers", view -> view.path("parked").asInt() == 1);
        assertThatHeGetsNothing();
        assertThat(asHers.view("hers").path("to").asText()).isEqualTo("mailbox:" + hers.name());
    }

    private void enter() {
        HttpAnswer entered = olga.operation(operation)
                .put("{\"provider\":" + Json.object("mailbox", quotes.name()) + ",\"timeout\":\"PT10M\"}")
                .send();
        assertThat(entered.status()).as(entered.toString()).isEqualTo(201);
    }

    private void answerAfterHeHasIt() {
        Mail asked = quotes.next();
        heHasIt();
        assertThat(reply(asked).status()).isEqualTo(201);
    }

    private HttpAnswer reply(Mail asked) {
        return quotes.at("locks/" + asked.lock() + "/reply")
                .body(message("body", 12))
                .send();
    }

    private void delete() {
        HttpAnswer deleted = hers.self().delete().query("purge", "true").send();
        assertThat(deleted.status()).as(deleted.toString()).isEqualTo(204);
    }

    private void heHasIt() {
        delete();
        hers.seenBy(bob).define("senders", ANYBODY);
    }

    private void assertThatHeGetsNothing() {
        assertThat(hers.seenBy(bob).receive(10)).isEmpty();
    }
}
