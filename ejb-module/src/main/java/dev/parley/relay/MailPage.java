package dev.parley.relay;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of what is in a mailbox, in the order in which it can be received.
 *
 * @param messages at most as many as were asked for
 * @param next the cursor of the next page; null if this is the last
 */
public record MailPage(List<BrowsedMail> messages, @Nullable String next) {

    public MailPage {
        messages = List.copyOf(messages);
    }
}
