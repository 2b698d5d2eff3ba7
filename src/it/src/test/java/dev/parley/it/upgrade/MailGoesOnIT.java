package dev.parley.it.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.Mail;
import dev.parley.it.client.Mailbox;
import dev.parley.it.share.InShares;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Mailboxes that had mail: ready, locked, delayed, in a group, expired and dead. */
@OnUpgradedServer
@InShares(seconds = 30, inEach = true)
class MailGoesOnIT {

    private final Parties parties;

    MailGoesOnIT(Parties parties) {
        this.parties = parties;
    }

    private Mailbox mailbox(String name) {
        return WrittenMail.mailbox(parties, name);
    }

    @Test
    void whatIsReadyComes() {
        List<Mail> mails = mailbox("mail.ready").receive(10);

        assertThat(mails).hasSize(2);
        assertThat(mails.get(0).body().asInt()).isEqualTo(1);
        assertThat(mails.get(0).text("from")).isEqualTo("user:alice");
        assertThat(mails.get(1).text("contentType")).isEqualTo("image/png");
        assertThat(mails.get(1).body().asText()).isEqualTo("AAEC");
        mails.forEach(mailbox("mail.ready")::acknowledge);
        assertThat(mailbox("mail.ready").view().path("size").asInt()).isZero();
    }

    @Test
    void whatWasDelayedComesWhenItIsTime() {
        assertThat(mailbox("mail.delayed").next().body().asInt()).isEqualTo(2);
    }

    @Test
    void aLockIsValidStill() {
        Mailbox mailbox = mailbox("mail.locked");
        assertThat(mailbox.receive(1)).isEmpty();

        mailbox.acknowledge(WrittenMail.received(mailbox, WrittenMail.LONG));

        assertThat(mailbox.view().path("locked").asInt()).isZero();
    }

    @Test
    void whatALockHasRunOutOfComesAgain() {
        Mail again = mailbox("mail.lost").next();

        assertThat(again.body().asInt()).isEqualTo(4);
        assertThat(again.deliveryCount()).isEqualTo(2);
    }

    @Test
    void aGroupKeepsItsOrder() {
        Mailbox mailbox = mailbox("mail.group");
        assertThat(mailbox.receive(10)).isEmpty();
        mailbox.acknowledge(WrittenMail.received(mailbox, WrittenMail.LONG));
        mailbox.seenBy(parties.alice()).sendOnly(Mailbox.message("body", 1, "group", "g", "messageId", "mail-group-1"));

        for (int i = 2; i <= 3; i++) {
            Mail next = mailbox.next();
            assertThat(next.messageId()).isEqualTo("mail-group-" + i);
            assertThat(mailbox.receive(10)).isEmpty();
            mailbox.acknowledge(next);
        }
        assertThat(mailbox.receive(10)).as("the first was sent again").isEmpty();
    }

    @Test
    void whoeverSentWhatExpiredIsTold() {
        JsonNode told = parties.awaitMail("mail-5");

        assertThat(told.path("body").path("type").asText()).isEqualTo("urn:parley:fault:expired");
        assertThat(mailbox("mail.expired").receive(1)).isEmpty();
    }

    @Test
    void whatIsDeadCanBePutBack() {
        HttpAnswer back =
                mailbox("mail.dead").at("dead/mail-6/redeliver").post().send();

        assertThat(back.status()).as(back.toString()).isBetween(200, 204);
        assertThat(mailbox("mail.dead").next().messageId()).isEqualTo("mail-6");
    }
}
