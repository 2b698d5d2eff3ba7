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
public record MailRow(long mailbox, Mail mail, DeliveryState standing, @Nullable Long group, int size) {

    /** The message without what it says. */
    public MailHandle place() {
        return new MailHandle(mail.position(), mailbox, standing, group, size);
    }

    /** The same, standing elsewhere. */
    public MailRow with(DeliveryState other) {
        return new MailRow(mailbox, mail.delivered(other.deliveries()), other, group, size);
    }
}
