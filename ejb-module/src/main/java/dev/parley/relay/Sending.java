package dev.parley.relay;

import dev.parley.message.Caller;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Messages that are sent together, not checked yet: all of them are accepted, or none.
 *
 * @param caller who sends them
 * @param mailbox to which mailbox
 * @param messages 1 to {@link #MOST}
 * @param list true if they came as a list, so that what is wrong is said of {@code /messages/0/type} rather than of
 *     {@code /type}
 * @param idempotencyKey by which the sending is known when it is repeated; null for none
 */
public record Sending(
        Caller caller, String mailbox, List<MailDraft> messages, boolean list, @Nullable String idempotencyKey) {

    /** The number of messages that can be sent together. */
    public static final int MOST = 100;

    public Sending {
        messages = List.copyOf(messages);
    }
}
