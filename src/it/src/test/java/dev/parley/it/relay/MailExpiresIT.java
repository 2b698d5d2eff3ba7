package dev.parley.it.relay;

import static dev.parley.it.client.Mailbox.message;
import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.freshReplyQueue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.it.client.Answer;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.client.Mail;
import dev.parley.it.client.Mailbox;
import dev.parley.it.client.Replies;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.WaitingTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MailExpiresIT extends RelayTest {

    private final String id = fresh("message");

    MailExpiresIT(ParleyServer server) {
        super(server);
    }

    @WaitingTest
    void isNotDeliveredAnyMoreAndItsSenderIsTold() {
        String queue = freshReplyQueue("alice");
        try (JmsParticipant listener = JmsParticipant.core(server, server.alice())) {
            Replies replies = listener.listen(queue);
            openToAlice()
                    .sendOnly(message(
                            "body",
                            1,
                            "messageId",
                            id,
                            "correlationId",
                            "c-1",
                            "timeToLive",
                            "PT1S",
                            "replyTo",
                            "queue:" + queue));

            assertThatItIsExpired(replies.next());

            assertThat(mailbox.receive(10)).isEmpty();
        }
    }

    @WaitingTest
    void tellsWhoFaultsGoTo() {
        String queue = freshReplyQueue("alice");
        try (JmsParticipant listener = JmsParticipant.core(server, server.alice())) {
            Replies replies = listener.listen(queue);
            openToAlice()
                    .sendOnly(message(
                            "body",
                            1,
                            "messageId",
                            id,
                            "correlationId",
                            "c-1",
                            "timeToLive",
                            "PT1S",
                            "replyTo",
                            "queue:" + freshReplyQueue("nobody"),
                            "faultTo",
                            "queue:" + queue));

            assertThatItIsExpired(replies.next());
        }
    }

    @WaitingTest
    void tellsWhoSentItOverJms() {
        mailbox.define("senders", new String[] {"*"});
        try (JmsParticipant hers = JmsParticipant.core(server, server.alice())) {
            hers.sendMail(
                    mailbox.name(),
                    JmsRequest.to("quote").messageId(id).correlationId("c-1").timeToLive(Duration.ofSeconds(3)));

            assertThatItIsExpired(hers.replies().next());
        }
    }

    @WaitingTest
    void tellsAMailbox() {
        Mailbox answers = alice.mailbox(fresh("answers")).define();
        openToAlice()
                .sendOnly(message(
                        "body",
                        1,
                        "messageId",
                        id,
                        "correlationId",
                        "c-1",
                        "timeToLive",
                        "PT1S",
                        "replyTo",
                        "mailbox:" + answers.name()));

        Mail fault = answers.next();

        assertThat(fault.text("correlationId")).isEqualTo("c-1");
        assertThat(fault.body().path("type").asText()).isEqualTo("urn:parley:fault:expired");
        assertThat(mailbox.receive(10)).isEmpty();
    }

    @WaitingTest
    void isGoneWithNobodyToTell() {
        openToAlice().sendOnly(message("body", 1, "timeToLive", "PT1S"));

        await("the end of the message")
                .until(() -> mailbox.messages().send().json().path("messages").isEmpty());

        assertThat(mailbox.receive(10)).isEmpty();
        await("an empty mailbox")
                .untilAsserted(() ->
                        assertThat(mailbox.self().delete().send().status()).isEqualTo(204));
    }

    /** A mailbox's own limit is shorter than what the message asks for. */
    @Test
    void livesNoLongerThanItsMailboxAllows() {
        Mailbox hers = openToAlice("timeToLive", "PT60S");
        hers.sendOnly(message("body", 1, "timeToLive", "PT1H"));

        Mail mail = mailbox.next();

        assertThat(Instant.parse(mail.text("expiresAt")))
                .isBefore(Instant.parse(mail.text("sentAt")).plusSeconds(61));
    }

    private void assertThatItIsExpired(Answer fault) {
        assertThat(fault.kind()).isEqualTo("Fault");
        assertThat(fault.correlationId()).isEqualTo("c-1");
        assertThat(fault.problem()).isEqualTo("urn:parley:fault:expired");
        assertThat(fault.text()).contains(id);
    }
}
