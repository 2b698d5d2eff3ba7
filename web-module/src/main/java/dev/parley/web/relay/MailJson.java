package dev.parley.web.relay;

import dev.parley.message.Page;
import dev.parley.relay.Acknowledged;
import dev.parley.relay.BrowsedMail;
import dev.parley.relay.DeadMail;
import dev.parley.relay.Lock;
import dev.parley.relay.LockedMail;
import dev.parley.relay.Mail;
import dev.parley.relay.ReceivedMails;
import dev.parley.relay.Sent;
import dev.parley.web.ObjectText;

/**
 * Messages of mailboxes as JSON. Their bodies are as they were sent: they were checked then, and are not looked at
 * again.
 */
final class MailJson {

    private MailJson() {}

    /** The ids of what was sent. */
    static byte[] sent(Sent sent) {
        return ObjectText.start().addTexts("messageIds", sent.messageIds()).end();
    }

    /** The messages that were received, with their locks, and the result for others. */
    static byte[] received(ReceivedMails delivery) {
        ObjectText json = ObjectText.start().addObjects("messages", delivery.mails(), MailJson::addLocked);
        if (delivery.acknowledged() != null) {
            addAcknowledged(json, delivery.acknowledged());
        }
        return json.end();
    }

    /** The messages that are there, with what keeps each from being received. */
    static byte[] browsed(Page<BrowsedMail> page) {
        return ObjectText.start()
                .addObjects("messages", page.items(), MailJson::addBrowsed)
                .add("next", page.next())
                .end();
    }

    /** Dead letters, with why they are. */
    static byte[] dead(Page<DeadMail> page) {
        return ObjectText.start()
                .addObjects("messages", page.items(), MailJson::addDead)
                .add("next", page.next())
                .end();
    }

    /** The lock, with the time until which it is valid. */
    static byte[] lock(Lock lock) {
        ObjectText json = ObjectText.start();
        addLock(json, lock);
        return json.end();
    }

    /** The locks that were acknowledged, and those that were not valid. */
    static byte[] acknowledged(Acknowledged locks) {
        ObjectText json = ObjectText.start();
        addAcknowledged(json, locks);
        return json.end();
    }

    private static void addAcknowledged(ObjectText json, Acknowledged locks) {
        json.addTexts("acknowledged", locks.acknowledged()).addTexts("lost", locks.lost());
    }

    private static void addLocked(ObjectText json, LockedMail locked) {
        addMail(json, locked.mail());
        addLock(json, locked.lock());
    }

    private static void addLock(ObjectText json, Lock lock) {
        json.add("lock", lock.token()).add("lockedUntil", lock.until());
    }

    private static void addBrowsed(ObjectText json, BrowsedMail browsed) {
        addMail(json, browsed.mail());
        json.add("state", browsed.state().name()).add("availableAt", browsed.availableAt());
    }

    private static void addDead(ObjectText json, DeadMail dead) {
        addMail(json, dead.mail());
        json.add("reason", dead.reason()).add("diedAt", dead.diedAt());
    }

    private static void addMail(ObjectText json, Mail mail) {
        json.add("messageId", mail.messageId()).add("type", mail.type());
        addBody(json, mail);
        json.add("correlationId", mail.correlationId()).add("conversationId", mail.conversationId());
        if (mail.replyTo() != null) {
            json.add("replyTo", mail.replyTo().toString());
        }
        json.add("group", mail.group());
        if (mail.properties() != null) {
            json.addJson("properties", mail.properties());
        }
        json.add("from", mail.sender())
                .add("sentAt", mail.sentAt())
                .add("expiresAt", mail.expiresAt())
                .add("deliveryCount", mail.deliveries());
    }

    private static void addBody(ObjectText json, Mail mail) {
        if (mail.contentType() == null) {
            json.addJson("body", mail.body());
        } else {
            json.add("contentType", mail.contentType()).add("body", mail.body());
        }
    }
}
