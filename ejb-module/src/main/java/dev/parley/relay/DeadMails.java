package dev.parley.relay;

import dev.parley.message.Caller;
import dev.parley.message.Page;
import org.jspecify.annotations.Nullable;

/**
 * The dead letters of mailboxes. What was changed is committed when a method returns. These methods block: they ask the
 * database. What is not the caller's is not there: {@code mailbox-unknown} 404.
 */
public interface DeadMails {

    /**
     * The dead letters of a mailbox.
     *
     * @param after the cursor that the page before gave; null for the first page
     * @param limit how many at most, 1 to 200
     * @throws dev.parley.message.Refusal {@code parameter-invalid} 400, {@code mailbox-unknown} 404
     */
    Page<DeadMail> list(String mailbox, @Nullable String after, int limit, Caller caller);

    /**
     * Puts a dead letter back into its mailbox, as if it were sent now: at the end, delivered never yet, with the
     * mailbox's time to live. If several senders gave their messages that id, all of them.
     *
     * @throws dev.parley.message.Refusal {@code mailbox-unknown} or {@code dead-letter-unknown} 404,
     *     {@code mailbox-full} 429
     */
    void redeliver(String mailbox, String messageId, Caller caller);

    /**
     * Removes a dead letter, for good. If several senders gave their messages that id, all of them.
     *
     * @throws dev.parley.message.Refusal {@code mailbox-unknown} or {@code dead-letter-unknown} 404
     */
    void remove(String mailbox, String messageId, Caller caller);
}
