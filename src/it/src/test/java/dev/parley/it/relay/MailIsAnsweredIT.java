package dev.parley.it.relay;

import static dev.parley.it.client.Mailbox.message;
import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.freshReplyQueue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.Answer;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpCall;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.Json;
import dev.parley.it.client.Mail;
import dev.parley.it.client.Mailbox;
import dev.parley.it.client.Replies;
import dev.parley.it.server.ParleyServer;
import org.junit.jupiter.api.Test;

/** Reply and acknowledgment in one. */
class MailIsAnsweredIT extends RelayTest {

    private final Mailbox answers;

    MailIsAnsweredIT(ParleyServer server) {
        super(server);
        answers = alice.mailbox(fresh("answers"));
    }

    /** Both make outbound requests only. */
    @Test
    void goesToTheMailboxOfWhoAsked() {
        Mail mail = ask("mailbox:" + answers.define().name());

        HttpAnswer replied =
                replying(mail, "body", Json.parse("{\"price\":12}")).send();

        assertThat(replied.status()).as(replied.toString()).isEqualTo(201);
        Mail reply = answers.next();
        assertThat(reply.messageId())
                .isEqualTo(replied.json().path("messageIds").path(0).asText());
        assertThat(reply.text("correlationId")).isEqualTo("c-1");
        assertThat(reply.text("type")).isEqualTo("quote");
        assertThat(reply.text("from")).contains("bob");
        assertThat(reply.body()).isEqualTo(Json.parse("{\"price\":12}"));
        assertThat(mailbox.view().path("locked").asInt()).isZero();
        assertThatItIsRefused(410, "lock-lost", mailbox.lock(mail).delete());
        assertThatItIsRefused(410, "lock-lost", replying(mail, "body", 1));
        answers.acknowledge(reply);
        assertThat(answers.receive(10)).isEmpty();
    }

    @Test
    void goesToTheQueueOfWhoAsked() {
        String queue = freshReplyQueue("alice");
        try (JmsParticipant listener = JmsParticipant.core(server, server.alice())) {
            Replies replies = listener.listen(queue);
            Mail mail = ask("queue:" + queue);

            replying(mail, "body", Json.parse("{\"price\":12}"), "messageId", "answer-1")
                    .send();

            Answer reply = replies.next();
            assertThat(reply.kind()).isEqualTo("Reply");
            assertThat(reply.messageId()).isEqualTo("answer-1");
            assertThat(reply.correlationId()).isEqualTo("c-1");
            assertThat(reply.type()).isEqualTo("quote");
            assertThat(reply.text()).isEqualTo("{\"price\":12}");
            assertThat(mailbox.receive(10)).isEmpty();
        }
    }

    @Test
    void mayBeAFault() {
        String queue = freshReplyQueue("alice");
        try (JmsParticipant listener = JmsParticipant.core(server, server.alice())) {
            Replies replies = listener.listen(queue);
            Mail mail = ask("queue:" + queue);

            replying(mail, "fault", true, "body", Json.parse("{\"type\":\"urn:parley:fault:sold-out\"}"))
                    .send();

            Answer fault = replies.next();
            assertThat(fault.kind()).isEqualTo("Fault");
            assertThat(fault.problem()).isEqualTo("urn:parley:fault:sold-out");
        }
    }

    /** Nothing happens: the message is there still, under its lock. */
    @Test
    void mayBeImpossible() {
        String id = openToAlice().send("1");
        Mail mail = mailbox.next();
        assertThat(mail.messageId()).isEqualTo(id);

        assertThatItIsRefused(409, "reply-unwanted", replying(mail, "body", 1));

        mailbox.acknowledge(mail);
    }

    @Test
    void mayBeWrong() {
        Mail mail = ask("mailbox:" + answers.define().name());

        assertThatItIsRefused(400, "body-invalid", replying(mail, "boddy", 1));
        assertThat(answers.receive(1)).isEmpty();

        assertThat(replying(mail, "body", 1).send().status()).isEqualTo(201);
    }

    /** The mailbox of the reply has no room: the request stays. */
    @Test
    void mayHaveToWait() {
        answers.define("messages", 1);
        answers.send("1");
        Mail mail = ask("mailbox:" + answers.name());

        assertThatItIsRefused(429, "mailbox-full", replying(mail, "body", 1));

        answers.acknowledge(answers.next());
        assertThat(replying(mail, "body", 2).send().status()).isEqualTo(201);
        assertThat(answers.next().body().asInt()).isEqualTo(2);
    }

    /** Otherwise the answer would be a way around the senders that the mailbox has. */
    @Test
    void goesOnlyWhereWhoAskedMaySendItself() {
        Mailbox olgas = olga.mailbox(fresh("closed")).define();
        Mail mail = ask("mailbox:" + olgas.name());

        assertThatItIsRefused(409, "reply-address-refused", replying(mail, "body", 1));

        assertThat(olgas.receive(10)).isEmpty();
        mailbox.acknowledge(mail);
    }

    private Mail ask(String replyTo) {
        openToAlice().sendOnly(message("type", "quote", "body", 1, "correlationId", "c-1", "replyTo", replyTo));
        return mailbox.next();
    }

    private HttpCall replying(Mail mail, Object... namesAndValues) {
        return mailbox.at("locks/" + mail.lock() + "/reply").body(message(namesAndValues));
    }
}
