package dev.parley.it.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.Json;
import dev.parley.it.client.Mail;
import dev.parley.it.client.Mailbox;

/** Leaves mailboxes with mail in every state, and with requests to who provides by mail. */
final class WrittenMail {

    /** For longer than it takes until the next version has begun. */
    static final String LONG = "PT2H";

    private final Parties parties;
    private final Written written;

    WrittenMail(Parties parties, Written written) {
        this.parties = parties;
        this.written = written;
    }

    /** Bob's mailbox, as he sees it. */
    static Mailbox mailbox(Parties parties, String name) {
        return parties.bob().mailbox(name);
    }

    /** Receives one message; whoever repeats that gets the same one, under the same lock. */
    static Mail received(Mailbox mailbox, String lock) {
        HttpAnswer answer = mailbox.reception()
                .query("lock", lock)
                .query("wait", "20")
                .key("poll-" + mailbox.name())
                .send();
        return Mailbox.one(answer);
    }

    /** Mailboxes, each with messages of one kind. */
    void mails() {
        parties.alice().mailbox("answers").define();
        open("mail.ready").send("1");
        open("mail.ready").sendOnly(Mailbox.message("body", "AAEC", "contentType", "image/png", "type", "picture"));
        open("mail.delayed").sendOnly(Mailbox.message("body", 2, "delay", "PT2M30S"));
        open("mail.locked").send("3");
        received(mailbox(parties, "mail.locked"), LONG);
        open("mail.lost").send("4");
        received(mailbox(parties, "mail.lost"), "PT1M");
        for (int i = 1; i <= 3; i++) {
            open("mail.group").sendOnly(Mailbox.message("body", i, "group", "g", "messageId", "mail-group-" + i));
        }
        received(mailbox(parties, "mail.group"), LONG);
        open("mail.expired")
                .sendOnly(Mailbox.message(
                        "body", 5, "timeToLive", "PT2M30S", "replyTo", "mailbox:answers", "messageId", "mail-5"));
        die();
    }

    private Mailbox open(String name) {
        return mailbox(parties, name).define("senders", new String[] {"alice"}).seenBy(parties.alice());
    }

    private void die() {
        Mailbox mailbox = mailbox(parties, "mail.dead").define("maxDeliveries", 1);
        mailbox.sendOnly(Mailbox.message("body", 6, "messageId", "mail-6"));
        received(mailbox, "PT1S");
        await("it is dead").until(() -> mailbox.view().path("dead").asInt() == 1);
    }

    /** Requests to a provider that polls: one that it has not seen, one that it works on, and one of an application. */
    void asked() {
        for (String name : new String[] {"quotes.new", "quotes.locked", "quotes.letters"}) {
            mailbox(parties, name).define();
            written.enter(name, "{\"mailbox\":\"" + name + "\"}", "\"timeout\":\"PT2H\"");
        }
        parties.accepted(parties.request("quotes.new", "asked-by-mail", Parties.ITEM));
        parties.accepted(parties.request("quotes.locked", "asked-by-locked-mail", Parties.ITEM));
        received(mailbox(parties, "quotes.locked"), LONG);
        parties.accepted(parties.letter("letter-by-mail", "quotes.letters", 3600));
        received(mailbox(parties, "quotes.letters"), LONG);
    }

    /** The application's is answered, and its continuation accepted. */
    void letterIsAnswered() {
        reply(mailbox(parties, "quotes.letters"), "{\"price\":12}");
    }

    /** Answers what was received before under a lock that is valid still. */
    static void reply(Mailbox mailbox, String body) {
        Mail asked = received(mailbox, LONG);
        HttpAnswer answer = mailbox.at("locks/" + asked.lock() + "/reply")
                .body(Json.object("body", Json.parse(body)))
                .send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }
}
