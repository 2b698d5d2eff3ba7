package dev.parley.web.relay;

import dev.parley.message.Address;
import dev.parley.relay.BrowsedMail;
import dev.parley.relay.DeadMail;
import dev.parley.relay.Lock;
import dev.parley.relay.LockedMail;
import dev.parley.relay.Mail;
import dev.parley.relay.mailbox.Mailbox;
import dev.parley.relay.mailbox.MailboxDefinition;
import dev.parley.relay.mailbox.MailboxStatistics;
import dev.parley.relay.mailbox.MailboxView;
import java.time.Instant;

/** What there is to show of mailboxes. */
final class MailExamples {

    static final Instant SENT = Instant.parse("2026-01-02T03:04:05Z");
    static final Lock LOCK = new Lock(7, "k-y", SENT.plusSeconds(30));

    private MailExamples() {}

    /** With everything a message can have; a content type makes the body opaque. */
    static Mail mail(String contentType, String body) {
        return new Mail(
                7,
                "m-1",
                "user:ann",
                "place-order",
                contentType,
                body,
                "k-1",
                "c-1",
                Address.parse("mailbox:answers").orElseThrow(),
                null,
                "g-1",
                SENT,
                SENT.plusSeconds(60),
                2,
                "{\"Kind\":\"Reply\"}");
    }

    /** With nothing that it need not have. */
    static Mail bare(String body) {
        return new Mail(7, "m-1", "user:ann", null, null, body, null, null, null, null, null, SENT, SENT, 1);
    }

    static LockedMail locked(Mail mail) {
        return new LockedMail(mail, LOCK);
    }

    static BrowsedMail browsed(Mail mail) {
        return new BrowsedMail(mail, BrowsedMail.State.LOCKED, SENT.plusSeconds(30));
    }

    static DeadMail dead(Mail mail) {
        return new DeadMail(mail, "max-deliveries", SENT.plusSeconds(45));
    }

    static Mailbox mailbox() {
        return new Mailbox("orders", 7, MailboxDefinition.of("ann"), SENT, "olga");
    }

    static MailboxView view(Instant oldest) {
        return new MailboxView(mailbox(), new MailboxStatistics(1, 2, 3, 4, 5, 600, oldest));
    }
}
