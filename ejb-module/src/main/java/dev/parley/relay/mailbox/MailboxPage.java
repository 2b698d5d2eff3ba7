package dev.parley.relay.mailbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of mailboxes, by name.
 *
 * @param mailboxes at most as many as were asked for
 * @param next the cursor of the next page; null if this is the last
 */
public record MailboxPage(List<Mailbox> mailboxes, @Nullable String next) {

    public MailboxPage {
        mailboxes = List.copyOf(mailboxes);
    }
}
