package dev.parley.relay;

import org.jspecify.annotations.Nullable;

/**
 * A message without what it says: enough to change where it stands, or to remove it.
 *
 * @param position its number
 * @param mailbox the number of its mailbox
 * @param standing where it stands
 * @param group the number of its group; null without one
 * @param size bytes of its body, in UTF-8
 */
public record MailHandle(long position, long mailbox, DeliveryState standing, @Nullable Long group, int size) {

    /** The same, standing elsewhere. */
    public MailHandle with(DeliveryState other) {
        return new MailHandle(position, mailbox, other, group, size);
    }
}
