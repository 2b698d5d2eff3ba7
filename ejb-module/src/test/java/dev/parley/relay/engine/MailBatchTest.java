package dev.parley.relay.engine;

import static dev.parley.relay.engine.MailDatabase.ALICE;
import static dev.parley.relay.engine.MailDatabase.BOB;
import static dev.parley.relay.engine.MailDatabase.OLGA;
import static dev.parley.relay.engine.MailDatabase.acknowledgingReception;
import static dev.parley.relay.engine.MailDatabase.acknowledgment;
import static dev.parley.relay.engine.MailDatabase.extension;
import static dev.parley.relay.engine.MailDatabase.givingBack;
import static dev.parley.relay.engine.MailDatabase.mail;
import static dev.parley.relay.engine.MailDatabase.reception;
import static dev.parley.relay.engine.MailDatabase.sending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.engine.commit.Locked;
import dev.parley.engine.commit.Result;
import dev.parley.message.Address;
import dev.parley.message.Outgoing;
import dev.parley.relay.Acknowledged;
import dev.parley.relay.Lock;
import dev.parley.relay.LockedMail;
import dev.parley.relay.MailStore.Size;
import dev.parley.relay.MailboxPolicy;
import dev.parley.relay.ReceivedMails;
import dev.parley.relay.Sent;
import dev.parley.relay.ValidMail;
import dev.parley.relay.engine.table.DeadMailTable;
import dev.parley.relay.engine.table.MailTable;
import dev.parley.relay.engine.table.MailboxTable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is asked of mailboxes, carried out in a real database. */
class MailBatchTest {

    private final MailDatabase mailboxes = new MailDatabase();

    @BeforeEach
    void define() {
        mailboxes.define("orders", "alice", "{\"senders\": [\"bob\"], \"maxDeliveries\": 3}");
    }

    private void send(String... bodies) {
        for (String body : bodies) {
            assertThat(mailboxes.one(sending("orders", mail(body))).refusal()).isNull();
        }
    }

    private String refusal(MailOrder order) {
        var refused = mailboxes.one(order).refusal();
        return refused == null ? "" : refused.name();
    }

    @Test
    void givesOutWhatWasSentInItsOrderOnce() {
        send("1", "2", "3");
        assertThat(mailboxes.bodies("orders", 2)).containsExactly("1", "2");
        assertThat(mailboxes.bodies("orders", 2)).containsExactly("3");
        assertThat(mailboxes.bodies("orders", 2)).isEmpty();
    }

    @Test
    void carriesOutEverythingOfOneTransaction() {
        send("old");
        LockedMail held = mailboxes.receive("orders", 1).get(0);
        var result = mailboxes.run(
                reception("orders", ALICE, 1, null),
                acknowledgment("orders", ALICE, held),
                sending("orders", mail("a"), mail("b")),
                reception("orders", ALICE, 5, null));
        assertThat(result.outcomes()
                        .get(0)
                        .as(ReceptionOutcome.class)
                        .delivery()
                        .mails())
                .extracting(one -> one.mail().body())
                .containsExactly("a");
        assertThat(result.outcomes().get(1).as(Acknowledged.class).lost()).isEmpty();
        assertThat(result.outcomes()
                        .get(3)
                        .as(ReceptionOutcome.class)
                        .delivery()
                        .mails())
                .extracting(one -> one.mail().body())
                .containsExactly("b");
        assertThat(mailboxes.box("orders").size()).isEqualTo(new Size(2, 2));
    }

    @Test
    void refusesOneWithoutItsNeighbours() {
        var result = mailboxes.run(
                sending("nowhere", mail("1")), sending("orders", mail("2")), reception("orders", BOB, 1, null));
        assertThat(result.outcomes().get(0).refusal().name()).isEqualTo("mailbox-unknown");
        assertThat(result.outcomes().get(1).refusal()).isNull();
        assertThat(result.outcomes().get(2).refusal().name()).isEqualTo("mailbox-unknown");
        assertThat(mailboxes.bodies("orders", 5)).containsExactly("2");
    }

    @Test
    void letsOnlyListedSendersSendAndOnlyOwnersReceive() {
        var stranger = new dev.parley.message.Caller("eve", false);
        assertThat(refusal(new MailOrder.Send("orders", stranger, "user:eve", List.of(mail("1")), null)))
                .isEqualTo("mailbox-unknown");
        assertThat(refusal(new MailOrder.Send("orders", null, "anonymous", List.of(mail("1")), null)))
                .isEqualTo("mailbox-unknown");
        assertThat(refusal(new MailOrder.Send("orders", ALICE, "user:alice", List.of(mail("1")), null)))
                .isEmpty();
        assertThat(refusal(reception("orders", OLGA, 1, null))).isEmpty();
        mailboxes.define("orders", "alice", "{\"senders\": [\"*\"]}");
        assertThat(refusal(new MailOrder.Send("orders", null, "anonymous", List.of(mail("1")), null)))
                .as("a change holds at once")
                .isEmpty();
    }

    /** Eve is quick: the mailbox is hers when what was to go into Alice's comes. */
    @Test
    void givesWhatIsForAMailboxThatIsGoneToNobodyElse() {
        Address hers = named("orders");
        mailboxes.delete("orders");
        mailboxes.define("orders", "eve", "{\"senders\": [\"*\"]}");

        assertThat(refusal(to(hers))).isEqualTo("mailbox-unknown");
        assertThat(refusal(to(named("orders")))).isEmpty();
        assertThat(refusal(to(Address.mailbox("orders"))))
                .as("as before for what was named before it was marked")
                .isEmpty();
    }

    @Test
    void givesItToTheOneThatItsOwnerHasMadeAnew() {
        Address hers = named("orders");
        mailboxes.delete("orders");
        mailboxes.define("orders", "alice", "{}");

        assertThat(refusal(to(hers))).isEmpty();
    }

    private Address named(String mailbox) {
        return Address.mailbox(mailbox)
                .markedAs(mailboxes.box(mailbox).mailbox().mark());
    }

    private static MailOrder.Send to(Address mailbox) {
        return new MailOrder.Send(mailbox, OLGA, "parley", List.of(mail("1")), null, true);
    }

    @Test
    void keepsWhoseMailboxesAMessageNames() {
        mailboxes.define("answers", "bob", "{}");
        mailboxes.one(sending(
                "orders",
                mail("1", "1", null, null, null, "mailbox:answers"),
                mail("2", "2", null, null, null, "mailbox:nowhere")));

        List<LockedMail> received = mailboxes.receive("orders", 2);

        assertThat(received.get(0).mail().replyTo().mark())
                .isEqualTo(named("answers").mark())
                .isNotZero();
        assertThat(received.get(1).mail().replyTo().mark()).isZero();
    }

    @Test
    void givesAMessageToAnotherWhenItsLockHasRunOut() {
        send("1");
        LockedMail first = mailboxes.receive("orders", 1).get(0);
        mailboxes.pass("PT29.999S");
        assertThat(mailboxes.receive("orders", 1)).isEmpty();
        mailboxes.pass("PT0.001S");
        LockedMail second = mailboxes.receive("orders", 1).get(0);
        assertThat(second.mail().deliveries()).isEqualTo(2);
        assertThat(mailboxes
                        .one(acknowledgment("orders", ALICE, first))
                        .as(Acknowledged.class)
                        .lost())
                .hasSize(1);
        assertThat(mailboxes
                        .one(acknowledgment("orders", ALICE, second))
                        .as(Acknowledged.class)
                        .lost())
                .isEmpty();
        assertThat(mailboxes.box("orders").size()).isEqualTo(new Size(0, 0));
    }

    @Test
    void extendsALockAndRefusesALostOne() {
        send("1");
        LockedMail held = mailboxes.receive("orders", 1).get(0);
        Lock extended = mailboxes.one(extension("orders", held, "PT60S")).as(Lock.class);
        assertThat(extended.until()).isEqualTo(mailboxes.now().plusSeconds(60));
        mailboxes.pass("PT59S");
        assertThat(mailboxes.receive("orders", 1)).isEmpty();
        mailboxes.pass("PT1S");
        assertThat(refusal(extension("orders", held, "PT60S"))).isEqualTo("lock-lost");
        assertThat(mailboxes.receive("orders", 1)).hasSize(1);
    }

    @Test
    void givesBackAtOnceOrAfterADelay() {
        send("1");
        LockedMail held = mailboxes.receive("orders", 1).get(0);
        mailboxes.one(givingBack("orders", held, "PT5S"));
        assertThat(refusal(givingBack("orders", held, "PT5S"))).isEqualTo("lock-lost");
        assertThat(mailboxes.receive("orders", 1)).isEmpty();
        mailboxes.pass("PT5S");
        LockedMail again = mailboxes.receive("orders", 1).get(0);
        mailboxes.one(givingBack("orders", again, "PT0S"));
        assertThat(mailboxes.receive("orders", 1)).hasSize(1);
    }

    @Test
    void acknowledgesALockOnceAndNobodyElses() {
        mailboxes.define("other", "alice", "{}");
        send("1");
        LockedMail held = mailboxes.receive("orders", 1).get(0);
        assertThat(mailboxes
                        .one(acknowledgment("other", ALICE, held))
                        .as(Acknowledged.class)
                        .lost())
                .hasSize(1);
        var twice = mailboxes.one(acknowledgment("orders", ALICE, held, held)).as(Acknowledged.class);
        assertThat(twice.acknowledged()).hasSize(1);
        assertThat(twice.lost()).hasSize(1);
        var garbage = new MailOrder.Acknowledge("orders", ALICE, List.of("x", "1.guessed", "-1.2"));
        assertThat(mailboxes.one(garbage).as(Acknowledged.class).lost()).hasSize(3);
    }

    @Test
    void knowsAMessageThatIsSentAgain() {
        var first = sending("orders", mail("m1", "1", null, null, null, null));
        assertThat(mailboxes.one(first).as(Sent.class).messageIds()).containsExactly("m1");
        assertThat(mailboxes.one(first).as(Sent.class).messageIds()).containsExactly("m1");
        assertThat(refusal(sending("orders", mail("m1", "2", null, null, null, null))))
                .isEqualTo("message-id-reused");
        assertThat(refusal(sending(
                        "orders", mail("new", "1", null, null, null, null), mail("m1", "2", null, null, null, null))))
                .isEqualTo("message-id-reused");
        assertThat(mailboxes.bodies("orders", 5)).containsExactly("1");
        assertThat(mailboxes
                        .one(sending("orders", mail("new", "other", null, null, null, null)))
                        .refusal())
                .as("what was refused is not known")
                .isNull();
    }

    /** The other one may be in doubt, and those who share the transaction have nothing to do with it. */
    @Test
    void waitsForNobodyWhoSendsTheSameWhereOthersWouldWaitToo() throws SQLException {
        var mine = sending("orders", mail("m1", "1", null, null, null, null));
        var others = sending("orders", mail("m2", "2", null, null, null, null));
        try (Connection first = mailboxes.begin()) {
            mailboxes.run(first, mine);

            assertThatThrownBy(() -> mailboxes.inTransaction(shared -> mailboxes.runShared(shared, others, mine)))
                    .isInstanceOf(Locked.class);
            first.rollback();
        }
        assertThat(mailboxes
                        .inTransaction(shared -> mailboxes.runShared(shared, others, mine))
                        .outcomes())
                .extracting(Result::refusal)
                .containsOnlyNulls();
    }

    @Test
    void waitsForNobodyWhoHasAMessageInHandWhereOthersWouldWaitToo() throws SQLException {
        send("1");
        LockedMail held = mailboxes.receive("orders", 1).get(0);
        try (Connection first = mailboxes.begin()) {
            mailboxes.run(first, acknowledgment("orders", ALICE, held));

            assertThatThrownBy(() -> mailboxes.inTransaction(
                            shared -> mailboxes.runShared(shared, acknowledgment("orders", ALICE, held))))
                    .isInstanceOf(Locked.class);
            first.rollback();
        }
    }

    /** Whoever has the connection next waits as long as everybody. */
    @Test
    void leavesTheConnectionAsPatientAsItWas() throws SQLException {
        try (Connection connection = mailboxes.begin();
                Statement statement = connection.createStatement()) {
            mailboxes.runShared(connection, sending("orders", mail("m1", "1", null, null, null, null)));
            try (ResultSet patience = statement.executeQuery("call lock_timeout()")) {
                patience.next();
                assertThat(patience.getInt(1)).isEqualTo(2_000);
            }
            connection.rollback();
        }
    }

    /** A large body is looked at before others have to wait for that. */
    @Test
    void looksIntoWhatMayBeRepeatedBeforeTheTransaction() {
        assertThat(sending("orders", mail("1")).hashes()).containsExactly("");
        var named = mail("m1", "{}", null, null, null, null);
        assertThat(sending("orders", named).hashes()).containsExactly(named.contentHash());
        assertThat(new MailOrder.Send("orders", BOB, "user:bob", List.of(mail("1")), "k").hashes())
                .containsExactly(mail("1").contentHash());
    }

    @Test
    void knowsAMessageThatIsSentAgainInAnotherForm() {
        mailboxes.one(sending("orders", mail("m1", "{\"a\":1,\"b\":2}", null, null, null, null)));
        assertThat(mailboxes.bodies("orders", 5)).containsExactly("{\"a\":1,\"b\":2}");
        assertThat(refusal(sending("orders", mail("m1", "{ \"b\": 2.0, \"a\": 1 }", null, null, null, null))))
                .isEmpty();
        assertThat(refusal(sending("orders", mail("m1", "{\"a\":2,\"b\":1}", null, null, null, null))))
                .isEqualTo("message-id-reused");
        assertThat(mailboxes.bodies("orders", 5)).isEmpty();
    }

    @Test
    void knowsASendingInAnotherForm() {
        var order = new MailOrder.Send("orders", BOB, "user:bob", List.of(mail("{\"a\":1,\"b\":2}")), "k");
        Sent sent = mailboxes.one(order).as(Sent.class);
        assertThat(mailboxes
                        .one(new MailOrder.Send("orders", BOB, "user:bob", List.of(mail("{\"b\":2, \"a\":1}")), "k"))
                        .as(Sent.class))
                .isEqualTo(sent);
    }

    /** Versions before have hashed bodies as they were written. */
    @Test
    void knowsWhatAVersionBeforeHasKept() {
        ValidMail mail = mail("m1", "{ \"a\": 1 }", null, null, null, null);
        mailboxes.one(sending("orders", mail));
        mailboxes.one(new MailOrder.Send("orders", BOB, "user:bob", List.of(mail), "k"));
        String several = MailboxPolicy.contentHash(List.of(mail), ValidMail::writtenHash);
        hashed("m1", mail.writtenHash());
        hashed("k", several);

        assertThat(refusal(sending("orders", mail))).isEmpty();
        assertThat(refusal(new MailOrder.Send("orders", BOB, "user:bob", List.of(mail), "k")))
                .isEmpty();
        assertThat(refusal(sending("orders", mail("m1", "{\"a\": 2}", null, null, null, null))))
                .isEqualTo("message-id-reused");
    }

    private void hashed(String key, String hash) {
        Integer changed = mailboxes.inTransaction(connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("update parley_mail_key set content_hash = ? where name = ?")) {
                update.setString(1, hash);
                update.setString(2, key);
                return update.executeUpdate();
            }
        });
        assertThat(changed).isEqualTo(1);
    }

    @Test
    void knowsAMessageThatIsSentTwiceInOneTransaction() {
        var order = sending("orders", mail("m1", "1", null, null, null, null));
        var other = sending("orders", mail("m1", "2", null, null, null, null));
        var result = mailboxes.run(order, other, order);
        assertThat(result.outcomes().get(1).refusal().name()).isEqualTo("message-id-reused");
        assertThat(result.outcomes().get(2).refusal()).isNull();
        assertThat(mailboxes.bodies("orders", 5)).containsExactly("1");
    }

    @Test
    void answersARepeatedSendingAsBefore() {
        var order = new MailOrder.Send("orders", BOB, "user:bob", List.of(mail("1"), mail("2")), "k");
        Sent sent = mailboxes.one(order).as(Sent.class);
        assertThat(mailboxes.one(order).as(Sent.class)).isEqualTo(sent);
        assertThat(mailboxes.bodies("orders", 5)).containsExactly("1", "2");
        assertThat(refusal(new MailOrder.Send("orders", BOB, "user:bob", List.of(mail("3")), "k")))
                .isEqualTo("idempotency-key-reused");
        assertThat(refusal(new MailOrder.Send("orders", ALICE, "user:alice", List.of(mail("3")), "k")))
                .as("another's key")
                .isEmpty();
    }

    @Test
    void repeatsAReceptionAsFarAsItsLocksAreValid() {
        assertThat(mailboxes
                        .one(reception("orders", ALICE, 2, "k"))
                        .as(ReceptionOutcome.class)
                        .delivery()
                        .mails())
                .isEmpty();
        send("1", "2", "3");
        var got = mailboxes.one(reception("orders", ALICE, 2, "k")).as(ReceptionOutcome.class);
        assertThat(got.delivery().mails()).hasSize(2);
        assertThat(mailboxes.one(reception("orders", ALICE, 2, "k")).as(ReceptionOutcome.class))
                .isEqualTo(got);
        assertThat(refusal(reception("orders", ALICE, 1, "k"))).isEqualTo("idempotency-key-reused");
        mailboxes.one(acknowledgment("orders", ALICE, got.delivery().mails().get(0)));
        assertThat(mailboxes
                        .one(reception("orders", ALICE, 2, "k"))
                        .as(ReceptionOutcome.class)
                        .delivery()
                        .mails())
                .containsExactly(got.delivery().mails().get(1));
    }

    private ReceptionOutcome received(MailOrder order) {
        return mailboxes.one(order).as(ReceptionOutcome.class);
    }

    private static List<String> bodies(ReceptionOutcome received) {
        return received.delivery().mails().stream()
                .map(one -> one.mail().body())
                .toList();
    }

    @Test
    void acknowledgesBeforeItReceives() {
        mailboxes.one(sending(
                "orders",
                mail(null, "1", "g", null, null, null),
                mail(null, "2", "g", null, null, null),
                mail("free")));
        assertThat(mailboxes.bodies("orders", 1)).containsExactly("free");
        LockedMail first = mailboxes.receive("orders", 1).get(0);
        ReceptionOutcome got = received(acknowledgingReception("orders", 5, null, first, first));
        assertThat(bodies(got)).as("the next of its group").containsExactly("2");
        assertThat(got.delivery().acknowledged())
                .isEqualTo(new Acknowledged(
                        List.of(first.lock().token()), List.of(first.lock().token())));
        assertThat(mailboxes.box("orders").size()).isEqualTo(new Size(2, 5));
        assertThat(received(acknowledgingReception("orders", 5, null))
                        .delivery()
                        .acknowledged())
                .as("nothing is said of nothing")
                .isEqualTo(new Acknowledged(List.of(), List.of()));
        assertThat(received(reception("orders", ALICE, 5, null)).delivery().acknowledged())
                .isNull();
    }

    @Test
    void acknowledgesForSomeReceptionsAndNotForOthers() {
        mailboxes.define("other", "alice", "{}");
        send("1", "2");
        LockedMail one = mailboxes.receive("orders", 1).get(0);
        LockedMail two = mailboxes.receive("orders", 1).get(0);
        var result = mailboxes.run(
                acknowledgingReception("other", 1, null, one),
                acknowledgingReception("orders", 1, null, two),
                acknowledgingReception("nowhere", 1, null, one));
        assertThat(result.outcomes()
                        .get(0)
                        .as(ReceptionOutcome.class)
                        .delivery()
                        .acknowledged()
                        .lost())
                .as("it is in another mailbox")
                .hasSize(1);
        assertThat(result.outcomes()
                        .get(1)
                        .as(ReceptionOutcome.class)
                        .delivery()
                        .acknowledged()
                        .lost())
                .isEmpty();
        assertThat(result.outcomes().get(2).refusal().name()).isEqualTo("mailbox-unknown");
        assertThat(mailboxes.box("orders").size()).isEqualTo(new Size(1, 1));
    }

    @Test
    void saysTheSameOfWhatAReceptionAcknowledgedWhenItIsRepeated() {
        send("1", "2", "3");
        LockedMail first = mailboxes.receive("orders", 1).get(0);
        var order = acknowledgingReception("orders", 1, "k", first, first);
        ReceptionOutcome got = received(order);
        assertThat(bodies(got)).containsExactly("2");
        assertThat(got.delivery().acknowledged().acknowledged()).hasSize(1);
        assertThat(got.delivery().acknowledged().lost()).hasSize(1);
        assertThat(received(order)).isEqualTo(got);
        mailboxes.one(acknowledgment("orders", ALICE, got.delivery().mails().get(0)));
        assertThat(received(order).delivery())
                .as("as far as it is still locked")
                .isEqualTo(new ReceivedMails(List.of(), got.delivery().acknowledged()));
    }

    @Test
    void knowsWhatAReceptionAcknowledgedWhileThereIsNothingToReceive() {
        send("1");
        LockedMail first = mailboxes.receive("orders", 1).get(0);
        var order = acknowledgingReception("orders", 1, "k", first);
        ReceptionOutcome nothing = received(order);
        assertThat(nothing.delivery().mails()).isEmpty();
        assertThat(nothing.delivery().acknowledged().lost()).isEmpty();
        assertThat(received(order)).isEqualTo(nothing);
        send("2");
        ReceptionOutcome got = received(order);
        assertThat(bodies(got)).containsExactly("2");
        assertThat(got.delivery().acknowledged()).isEqualTo(nothing.delivery().acknowledged());
        assertThat(received(order)).isEqualTo(got);
    }

    @Test
    void acknowledgesNothingUnderAKeyThatWasUsed() {
        send("1", "2");
        LockedMail first = mailboxes.receive("orders", 1).get(0);
        received(reception("orders", ALICE, 1, "k"));
        assertThat(refusal(acknowledgingReception("orders", 1, "k", first))).isEqualTo("idempotency-key-reused");
        assertThat(mailboxes
                        .one(acknowledgment("orders", ALICE, first))
                        .as(Acknowledged.class)
                        .lost())
                .isEmpty();
    }

    @Test
    void keepsAGroupInOrderOneAtATime() {
        for (String body : List.of("1", "2", "3")) {
            mailboxes.one(sending("orders", mail(null, body, "g", null, null, null)));
        }
        mailboxes.one(sending("orders", mail(null, "h1", "h", null, null, null), mail("free")));
        List<LockedMail> got = mailboxes.receive("orders", 10);
        assertThat(got).extracting(one -> one.mail().body()).containsExactlyInAnyOrder("1", "h1", "free");
        assertThat(mailboxes.receive("orders", 10)).isEmpty();
        LockedMail first = got.stream()
                .filter(one -> one.mail().body().equals("1"))
                .findFirst()
                .orElseThrow();
        var result = mailboxes.run(acknowledgment("orders", ALICE, first), reception("orders", ALICE, 5, null));
        assertThat(result.outcomes()
                        .get(1)
                        .as(ReceptionOutcome.class)
                        .delivery()
                        .mails())
                .extracting(one -> one.mail().body())
                .containsExactly("2");
        mailboxes.pass("PT30S");
        assertThat(mailboxes.bodies("orders", 10)).containsExactlyInAnyOrder("2", "h1", "free");
    }

    @Test
    void holdsAGroupBackBehindAMessageThatIsDelayed() {
        mailboxes.one(sending("orders", mail(null, "1", "g", "PT10S", null, null)));
        mailboxes.one(sending("orders", mail(null, "2", "g", null, null, null)));
        assertThat(mailboxes.receive("orders", 5)).isEmpty();
        mailboxes.pass("PT10S");
        assertThat(mailboxes.bodies("orders", 5)).containsExactly("1");
    }

    @Test
    void neverDeliversWhatHasExpiredAndTellsItsSender() {
        mailboxes.one(sending(
                "orders",
                mail("m1", "1", "g", null, "PT5S", "queue:reply.bob"),
                mail("m2", "2", "g", null, null, null),
                mail("m3", "3", null, null, "PT5S", null)));
        mailboxes.pass("PT5S");
        assertThat(mailboxes.bodies("orders", 5)).isEmpty();
        List<Outgoing> posted = new ArrayList<>();
        var swept = mailboxes.sweep(posted);
        assertThat(swept.expired()).isEqualTo(2);
        assertThat(swept.untold()).isEqualTo(1);
        assertThat(posted).extracting(Outgoing::correlationId).containsExactly("m1");
        assertThat(posted.get(0).body()).contains("urn:parley:fault:expired");
        assertThat(mailboxes.bodies("orders", 5)).as("the next of its group").containsExactly("2");
        assertThat(mailboxes.box("orders").size()).isEqualTo(new Size(1, 1));
    }

    @Test
    void doesNotRemoveWhatIsHeldForItsAge() {
        mailboxes.one(sending("orders", mail("m1", "1", null, null, "PT5S", null)));
        LockedMail held = mailboxes.receive("orders", 1).get(0);
        mailboxes.pass("PT6S");
        assertThat(mailboxes.sweep(new ArrayList<>()).expired()).isZero();
        assertThat(mailboxes
                        .one(acknowledgment("orders", ALICE, held))
                        .as(Acknowledged.class)
                        .lost())
                .isEmpty();
    }

    @Test
    void buriesWhatWasDeliveredAsOftenAsAllowed() {
        mailboxes.one(sending("orders", mail(null, "1", "g", null, null, null)));
        mailboxes.one(sending("orders", mail(null, "2", "g", null, null, null)));
        mailboxes.one(givingBack("orders", mailboxes.receive("orders", 1).get(0), "PT0S"));
        assertThat(mailboxes.receive("orders", 1)).hasSize(1);
        mailboxes.pass("PT30S");
        assertThat(mailboxes.receive("orders", 1).get(0).mail().deliveries()).isEqualTo(3);
        assertThat(mailboxes.sweep(new ArrayList<>()).dead()).isZero();
        mailboxes.pass("PT30S");
        assertThat(mailboxes.receive("orders", 1)).isEmpty();
        assertThat(mailboxes.sweep(new ArrayList<>()).dead()).isEqualTo(1);
        assertThat(mailboxes.bodies("orders", 1)).containsExactly("2");
        long box = mailboxes.box("orders").id();
        var dead = mailboxes.inTransaction(connection -> new DeadMailTable(connection).list(box, -1, 10));
        assertThat(dead).extracting(one -> one.dead().mail().body()).containsExactly("1");
    }

    @Test
    void buriesWhatIsGivenBackForTheLastTime() {
        mailboxes.define("orders", "alice", "{\"maxDeliveries\": 1, \"senders\": [\"bob\"]}");
        send("1");
        mailboxes.one(givingBack("orders", mailboxes.receive("orders", 1).get(0), "PT0S"));
        assertThat(mailboxes.receive("orders", 1)).isEmpty();
        assertThat(mailboxes.sweep(new ArrayList<>()).dead()).isEqualTo(1);
    }

    @Test
    void refusesWhatIsTooMuchForAMailbox() {
        mailboxes.define("orders", "alice", "{\"messages\": 2, \"bytes\": 10, \"senders\": [\"bob\"]}");
        assertThat(refusal(sending("orders", mail("1"), mail("2"), mail("3")))).isEqualTo("mailbox-full");
        assertThat(refusal(sending("orders", mail("12345678901")))).isEqualTo("mailbox-full");
        var result =
                mailboxes.run(sending("orders", mail("1")), sending("orders", mail("2")), sending("orders", mail("3")));
        assertThat(result.outcomes())
                .extracting(outcome -> outcome.refusal() == null)
                .containsExactly(true, true, false);
        mailboxes.one(
                acknowledgment("orders", ALICE, mailboxes.receive("orders", 1).get(0)));
        assertThat(refusal(sending("orders", mail("3")))).isEmpty();
    }

    @Test
    void skipsWhatAnotherTransactionIsReceiving() throws SQLException {
        send("1", "2");
        try (Connection other = mailboxes.begin()) {
            mailboxes.run(other, reception("orders", ALICE, 1, null));
            assertThat(mailboxes.bodies("orders", 5)).containsExactly("2");
            other.rollback();
        }
        assertThat(mailboxes.bodies("orders", 5)).containsExactly("1");
    }

    @Test
    void findsWhatIsFreeBehindWhatManyOthersAreReceiving() throws SQLException {
        String[] many = java.util.stream.IntStream.range(0, 50)
                .mapToObj(Integer::toString)
                .toArray(String[]::new);
        send(many);
        try (Connection other = mailboxes.begin()) {
            mailboxes.run(other, reception("orders", ALICE, 40, null));
            assertThat(mailboxes.bodies("orders", 5)).containsExactly("40", "41", "42", "43", "44");
            assertThat(mailboxes.bodies("orders", 50)).hasSize(5);
            other.rollback();
        }
        assertThat(mailboxes.receive("orders", 50)).hasSize(40);
    }

    @Test
    void losesNothingToAMailboxThatIsDeleted() throws SQLException {
        long id = mailboxes.box("orders").id();
        try (Connection sender = mailboxes.begin()) {
            var store = mailboxes.store(sender);
            store.open(java.util.Set.of("orders"));
            mailboxes.inTransaction(connection -> {
                new MailboxTable(connection).delete(id);
                return true;
            });
            assertThatThrownBy(() -> store.resize(java.util.Map.of(id, new Size(1, 1))))
                    .hasMessageContaining("deleted");
            sender.rollback();
        }
    }

    @Test
    void claimsManyInPortions() {
        for (int i = 0; i < 10; i++) {
            var mails = java.util.stream.IntStream.range(0, 10)
                    .mapToObj(n -> mail("x"))
                    .toArray(dev.parley.relay.ValidMail[]::new);
            mailboxes.one(sending("orders", mails));
        }
        assertThat(mailboxes.receive("orders", 90)).hasSize(90);
        assertThat(mailboxes.receive("orders", 90)).hasSize(10);
    }

    @Test
    void findsMailboxesWithSomethingToReceive() {
        mailboxes.define("empty", "alice", "{}");
        send("1");
        List<Long> both =
                List.of(mailboxes.box("orders").id(), mailboxes.box("empty").id());
        List<Long> ready = mailboxes.inTransaction(connection -> new MailTable(connection).ready(both));
        assertThat(ready).containsExactly(mailboxes.box("orders").id());
    }

    @Test
    void countsWhatIsInAMailbox() {
        send("1", "2");
        mailboxes.one(sending(
                "orders",
                mail(null, "3", null, "PT1H", null, null),
                mail(null, "4", "g", null, null, null),
                mail(null, "5", "g", null, null, null)));
        mailboxes.receive("orders", 1);
        long box = mailboxes.box("orders").id();
        var statistics =
                mailboxes.inTransaction(connection -> new MailTable(connection).statistics(box, mailboxes.now()));
        assertThat(statistics.locked()).isEqualTo(1);
        assertThat(statistics.delayed()).isEqualTo(1);
        assertThat(statistics.waiting()).isEqualTo(1);
        assertThat(statistics.oldest()).isEqualTo(mailboxes.now());
    }
}
