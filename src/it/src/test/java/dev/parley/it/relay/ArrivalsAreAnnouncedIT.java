package dev.parley.it.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.EventStream;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.client.Mail;
import dev.parley.it.client.Mailbox;
import dev.parley.it.server.ParleyServer;
import org.junit.jupiter.api.Test;

/** By server-sent events, so that a client need not poll. */
class ArrivalsAreAnnouncedIT extends RelayTest {

    ArrivalsAreAnnouncedIT(ParleyServer server) {
        super(server);
    }

    @Test
    void tellsOfWhatComes() {
        Mailbox hers = openToAlice();
        try (EventStream events = mailbox.stream()) {
            assertThat(events.status()).isEqualTo(200);
            assertThat(events.contentType()).startsWith("text/event-stream");

            String id = hers.send("1");

            events.next();
            Mail mail = mailbox.next();
            assertThat(mail.messageId()).isEqualTo(id);
            mailbox.acknowledge(mail);
            hers.send("2");
            events.next();
            assertThat(mailbox.receive(1)).hasSize(1);
        }
    }

    @Test
    void tellsOfWhatIsThereAlready() {
        openToAlice().send("1");

        try (EventStream events = mailbox.stream()) {
            events.next();
        }
    }

    @Test
    void tellsOfWhatComesOverJms() {
        mailbox.define("senders", new String[] {"*"});
        try (EventStream events = mailbox.stream();
                JmsParticipant hers = JmsParticipant.core(server, server.alice())) {
            hers.sendMail(mailbox.name(), JmsRequest.mail("quote", "1"));

            events.next();
        }
    }

    @Test
    void endsWithItsMailbox() {
        openToAlice().send("1");
        try (EventStream events = mailbox.stream()) {
            events.next();

            mailbox.self().delete().query("purge", "true").send();

            events.end();
        }
    }

    /** It says that there is something, not what; nothing is locked by it. */
    @Test
    void tellsEverybodyWhoListens() {
        Mailbox hers = openToAlice();
        try (EventStream first = mailbox.stream();
                EventStream second = mailbox.seenBy(olga).stream()) {
            hers.send("\"secret\"");

            assertThat(first.next().data()).doesNotContain("secret");
            assertThat(second.next().data()).doesNotContain("secret");
        }
        assertThat(mailbox.next().deliveryCount()).isEqualTo(1);
    }
}
