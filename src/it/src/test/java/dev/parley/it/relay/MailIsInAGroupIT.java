package dev.parley.it.relay;

import static dev.parley.it.client.Mailbox.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.client.Json;
import dev.parley.it.client.Mail;
import dev.parley.it.client.Mailbox;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.WaitingTest;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailIsInAGroupIT extends RelayTest {

    MailIsInAGroupIT(ParleyServer server) {
        super(server);
    }

    @Test
    void comesInOrderOneLockAtATime() {
        Mailbox hers = openToAlice();
        List.of(1, 2, 3).forEach(i -> hers.sendOnly(message("body", i, "group", "ada")));
        hers.sendOnly(message("body", 9, "group", "bea"));

        List<Mail> heads = mailbox.receive(10);

        assertThat(bodies(heads)).containsExactly(1, 9);
        assertThat(mailbox.receive(10)).isEmpty();
        mailbox.acknowledge(heads.get(0));
        Mail second = mailbox.next();
        assertThat(second.body().asInt()).isEqualTo(2);
        assertThat(mailbox.receive(10)).isEmpty();
        mailbox.acknowledge(second);
        assertThat(mailbox.next().body().asInt()).isEqualTo(3);
    }

    @WaitingTest
    void keepsItsPlaceWhenItIsGivenBack() {
        Mailbox hers = openToAlice();
        List.of(1, 2).forEach(i -> hers.sendOnly(message("body", i, "group", "ada")));
        Mail first = mailbox.next();

        mailbox.lock(first).patch(Json.object("lock", "PT0S", "delay", "PT1S")).send();

        assertThat(mailbox.receive(10)).isEmpty();
        assertThat(mailbox.next().body().asInt()).isEqualTo(1);
    }

    @Test
    void letsTheNextComeWhenTheFirstOneDies() {
        Mailbox hers = openToAlice("maxDeliveries", 1);
        List.of(1, 2).forEach(i -> hers.sendOnly(message("body", i, "group", "ada")));

        mailbox.lock(mailbox.next()).patch(Json.object("lock", "PT0S")).send();

        assertThat(mailbox.next().body().asInt()).isEqualTo(2);
    }

    @WaitingTest
    void letsTheNextComeWhenTheFirstOneExpires() {
        Mailbox hers = openToAlice();
        hers.sendOnly(message("body", 1, "group", "ada", "timeToLive", "PT1S"));
        hers.sendOnly(message("body", 2, "group", "ada"));
        mailbox.next("PT1S");

        assertThat(mailbox.next().body().asInt()).isEqualTo(2);
    }

    @Test
    void comesInOrderFromJms() {
        mailbox.define("senders", new String[] {"*"});
        try (JmsParticipant hers = JmsParticipant.core(server, server.alice())) {
            for (int i = 0; i < 20; i++) {
                hers.sendMail(
                        mailbox.name(),
                        JmsRequest.mail("step", String.valueOf(i)).property("JMSXGroupID", "ada"));
            }
        }
        for (int i = 0; i < 20; i++) {
            Mail mail = mailbox.next();
            assertThat(mail.body().asInt()).isEqualTo(i);
            mailbox.acknowledge(mail);
        }
    }

    private static List<Integer> bodies(List<Mail> mails) {
        return mails.stream().map(mail -> mail.body().asInt()).toList();
    }
}
