package dev.parley.relay;

import org.jspecify.annotations.Nullable;

/**
 * A message as it is stored.
 *
 * @param mailbox the number of its mailbox
 * @param mail the message
 * @param standing where it stands
 * @param group the number of its group; null without one
 * @param size bytes of its body, in UTF-8
 */
public record StoredMail(long mailbox, Mail mail, Standing standing, @Nullable Long group, int size) {

    /** Without what it says. */
    public MailPlace place() {
        return new MailPlace(mail.position(), mailbox, standing, group, size);
    }

    /** The same, standing elsewhere. */
    public StoredMail with(Standing other) {
        return new StoredMail(mailbox, mail.delivered(other.deliveries()), other, group, size);
    }
}
