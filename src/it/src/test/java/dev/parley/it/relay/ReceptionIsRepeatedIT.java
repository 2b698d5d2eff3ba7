package dev.parley.it.relay;

import static dev.parley.it.client.Mailbox.mails;
import static dev.parley.it.client.Mailbox.one;
import static dev.parley.it.client.Samples.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.Mail;
import dev.parley.it.client.Mailbox;
import dev.parley.it.server.ParleyServer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The receiver did not get its answer, or thinks so: what was locked for it is not hidden from it. */
class ReceptionIsRepeatedIT extends RelayTest {

    private final String key = fresh("key");

    ReceptionIsRepeatedIT(ParleyServer server) {
        super(server);
    }

    @BeforeEach
    void send() {
        Mailbox hers = openToAlice();
        hers.send("1");
        hers.send("2");
        hers.send("3");
    }

    @Test
    void answersWithTheSameMessagesUnderTheSameLocks() {
        List<Mail> first = receive(2);

        List<Mail> again = receive(2);

        assertThat(first).hasSize(2);
        assertThat(again).isEqualTo(first);
        mailbox.acknowledge(again.get(0));
        mailbox.acknowledge(again.get(1));
        assertThat(one(mailbox.reception().send()).body().asInt()).isEqualTo(3);
    }

    @Test
    void answersWithWhatIsStillLocked() {
        List<Mail> first = receive(2);
        mailbox.acknowledge(first.get(0));

        assertThat(receive(2)).containsExactly(first.get(1));
    }

    @Test
    void isRefusedIfItAsksForSomethingElse() {
        receive(2);

        assertThatItIsRefused(
                422,
                "idempotency-key-reused",
                mailbox.reception().query("max", "3").key(key));
    }

    /** Without a key each poll is one of its own. */
    @Test
    void locksOthersWithoutAKey() {
        assertThat(one(mailbox.reception().send()))
                .isNotEqualTo(one(mailbox.reception().send()));
    }

    private List<Mail> receive(int max) {
        HttpAnswer answer =
                mailbox.reception().query("max", String.valueOf(max)).key(key).send();
        return mails(answer);
    }
}
