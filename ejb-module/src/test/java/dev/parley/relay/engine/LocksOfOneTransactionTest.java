package dev.parley.relay.engine;

import static dev.parley.relay.engine.MailDatabase.ALICE;
import static dev.parley.relay.engine.MailDatabase.mail;
import static dev.parley.relay.engine.MailDatabase.reception;
import static dev.parley.relay.engine.MailDatabase.sending;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.commit.Result;
import dev.parley.relay.Acknowledged;
import dev.parley.relay.Lock;
import dev.parley.relay.LockedMail;
import dev.parley.relay.ReceptionPolicy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Receptions that share a transaction: what their locks have in common is stored at once. */
class LocksOfOneTransactionTest {

    private final MailDatabase mailboxes = new MailDatabase();

    @BeforeEach
    void send() {
        mailboxes.define("orders", "alice", "{\"senders\": [\"bob\"], \"lock\": \"PT30S\", \"maxDeliveries\": 2}");
        mailboxes.one(sending("orders", mail("1"), mail("2")));
    }

    private static MailOrder.Receive lockingFor(String duration) {
        return new MailOrder.Receive(
                "orders", ALICE, new ReceptionPolicy.Wish(1, Duration.ZERO, Duration.parse(duration)), null);
    }

    private List<LockedMail> receive(MailOrder... orders) {
        return mailboxes.run(orders).outcomes().stream()
                .map(outcome -> mails(outcome).get(0))
                .toList();
    }

    private static List<LockedMail> mails(Result<?> outcome) {
        return outcome.as(ReceptionOutcome.class).delivery().mails();
    }

    private Acknowledged acknowledge(String token) {
        return mailboxes
                .one(new MailOrder.Acknowledge("orders", ALICE, List.of(token)))
                .as(Acknowledged.class);
    }

    @Test
    void aKeyIsGoodForItsOwnMessageAlone() {
        List<LockedMail> held = receive(reception("orders", ALICE, 1, null), reception("orders", ALICE, 1, null));
        Lock first = held.get(0).lock();
        Lock second = held.get(1).lock();
        assertThat(acknowledge(second.position() + "." + first.key()).lost()).hasSize(1);
        assertThat(acknowledge(first.token()).lost()).isEmpty();
        assertThat(acknowledge(second.token()).lost()).isEmpty();
    }

    @Test
    void eachIsValidForAsLongAsItsReceptionAsked() {
        List<LockedMail> held = receive(lockingFor("PT50S"), lockingFor("PT5S"));
        assertThat(held)
                .extracting(one -> one.lock().until())
                .containsExactly(
                        mailboxes.now().plusSeconds(50), mailboxes.now().plusSeconds(5));
        mailboxes.pass("PT5S");
        assertThat(mailboxes.bodies("orders", 10)).containsExactly("2");
        mailboxes.pass("PT45S");
        assertThat(mailboxes.bodies("orders", 10)).containsExactly("1");
    }

    @Test
    void oneThatIsDeliveredForTheLastTimeIsNotAvailableAgain() {
        receive(lockingFor("PT5S"));
        mailboxes.pass("PT5S");
        List<LockedMail> both = mails(mailboxes.one(reception("orders", ALICE, 2, null)));
        assertThat(both).extracting(one -> one.mail().deliveries()).containsExactlyInAnyOrder(2, 1);
        mailboxes.pass("PT30S");
        assertThat(mailboxes.bodies("orders", 10)).containsExactly("2");
    }
}
