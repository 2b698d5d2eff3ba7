package dev.parley.it.relay;

import static dev.parley.it.client.Mailbox.message;
import static dev.parley.it.client.Samples.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.Answer;
import dev.parley.it.client.DeadMessages;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.client.Mail;
import dev.parley.it.client.Mailbox;
import dev.parley.it.server.ParleyServer;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailboxIsFullIT extends RelayTest {

    private final String id = fresh("message");

    MailboxIsFullIT(ParleyServer server) {
        super(server);
    }

    @Test
    void refusesUntilSomethingIsAcknowledged() {
        Mailbox hers = openToAlice("messages", 2);
        hers.send("1");
        hers.send("2");

        HttpAnswer refused =
                assertThatItIsRefused(429, "mailbox-full", hers.messages().body(message("body", 3, "messageId", id)));

        assertThat(Integer.parseInt(refused.header("Retry-After").orElseThrow()))
                .isPositive();
        Mail first = mailbox.next();
        // What is locked is in the mailbox still.
        assertThatItIsRefused(429, "mailbox-full", hers.messages().body(message("body", 3, "messageId", id)));
        mailbox.acknowledge(first);
        assertThat(hers.sendOnly(message("body", 3, "messageId", id))).isEqualTo(id);
        assertThat(mailbox.receive(10)).extracting(mail -> mail.body().asInt()).containsExactly(2, 3);
    }

    @Test
    void takesAllOrNothing() {
        Mailbox hers = openToAlice("messages", 2);
        String three = Mailbox.messages(List.of(message("body", 1), message("body", 2), message("body", 3)));

        assertThatItIsRefused(429, "mailbox-full", hers.messages().body(three));

        assertThat(mailbox.receive(10)).isEmpty();
    }

    @Test
    void countsBytesToo() {
        Mailbox hers = openToAlice("bytes", 100);
        hers.sendOnly(message("body", "a".repeat(60)));

        assertThatItIsRefused(429, "mailbox-full", hers.messages().body(message("body", "b".repeat(60))));

        mailbox.acknowledge(mailbox.next());
        hers.sendOnly(message("body", "b".repeat(60)));
    }

    /** What was accepted is accepted, also when it is asked again. */
    @Test
    void stillKnowsWhatItTook() {
        Mailbox hers = openToAlice("messages", 1);
        hers.sendOnly(message("body", 1, "messageId", id));

        assertThat(hers.sendOnly(message("body", 1, "messageId", id))).isEqualTo(id);
    }

    @Test
    void tellsWhoSendsOverJms() {
        mailbox.define("senders", new String[] {"*"}, "messages", 1);
        try (JmsParticipant hers = JmsParticipant.core(server, server.alice())) {
            hers.sendMail(mailbox.name(), JmsRequest.mail("quote", "1"));
            Mail first = mailbox.next();
            hers.sendMail(mailbox.name(), JmsRequest.to("quote").correlationId("c-2"));

            Answer fault = hers.replies().next();

            assertThat(fault.kind()).isEqualTo("Fault");
            assertThat(fault.correlationId()).isEqualTo("c-2");
            assertThat(fault.problem()).isEqualTo("urn:parley:fault:mailbox-full");
            mailbox.acknowledge(first);
            assertThat(mailbox.receive(10)).isEmpty();
        }
    }

    @Test
    void parksWhatNobodyCanBeToldOf() {
        String correlation = fresh("correlation");
        mailbox.define("senders", new String[] {"*"}, "messages", 1);
        mailbox.send("1");
        try (JmsParticipant hers = JmsParticipant.core(server, server.alice())) {
            hers.sendMail(mailbox.name(), JmsRequest.mail("quote", "2").correlationId(correlation));

            assertThat(DeadMessages.awaitReason(server, correlation)).startsWith("mailbox-full");
        }
    }
}
