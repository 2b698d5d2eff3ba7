package dev.parley.relay;

import dev.parley.message.Caller;
import dev.parley.message.Page;
import dev.parley.relay.mailbox.MailboxDefinition;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The messages of mailboxes: how they are sent, and received. Concurrent calls share transactions. A future completes
 * after the commit that holds what was asked for, never before, on a thread that must not be blocked; with a
 * {@link dev.parley.message.Refusal} if it is refused, and nothing is changed then; with any other exception if nothing
 * durable can be said. No method blocks. What is not the caller's is not there: {@code mailbox-unknown} 404.
 *
 * <p>A lock that is not valid any more, or that somebody else has, is {@code lock-lost} 410.
 */
public interface Mails {

    /** The number of locks that can be acknowledged together. */
    int MOST_LOCKS = 100;

    /**
     * Sends messages: all of them or none. One that was sent before, by its message id or by the idempotency key of the
     * sending, is not sent again, and is answered as before. Refused: {@code body-invalid} 400 with the fields,
     * {@code mailbox-unknown} 404, {@code message-too-large} 413, {@code message-id-reused} 422, {@code mailbox-full}
     * 429.
     */
    CompletableFuture<Sent> send(Sending sending);

    /**
     * Receives messages and locks them. Completes with none when the wait is over. What it acknowledges is committed
     * with its first attempt, before it waits. Who cancels the future while it waits receives nothing; when it is too
     * late for that, the locks run out. Refused: {@code parameter-invalid} and {@code body-invalid} 400,
     * {@code mailbox-unknown} 404, {@code idempotency-key-reused} 422.
     */
    CompletableFuture<ReceivedMails> receive(Reception reception);

    /** Removes the message of a lock. Refused: {@code mailbox-unknown} 404, {@code lock-lost} 410. */
    CompletableFuture<Void> acknowledge(String mailbox, String lock, Caller caller);

    /**
     * Removes the messages of locks, as far as they are valid. Refused: {@code body-invalid} 400 for none or more than
     * {@link #MOST_LOCKS}, {@code mailbox-unknown} 404.
     */
    CompletableFuture<Acknowledged> acknowledge(String mailbox, List<String> locks, Caller caller);

    /**
     * Makes a lock valid for that long from now on.
     *
     * @param duration an ISO 8601 duration, from {@link MailboxDefinition#SHORTEST_LOCK} to
     *     {@link MailboxDefinition#LONGEST_LOCK}. Refused: {@code body-invalid} 400, {@code mailbox-unknown} 404,
     *     {@code lock-lost} 410
     */
    CompletableFuture<Lock> extend(String mailbox, String lock, String duration, Caller caller);

    /**
     * Gives a message back: the lock is gone, and after the delay it can be received again.
     *
     * @param delay an ISO 8601 duration, see {@link MailDraft#delay()}; null for at once. Refused as in {@link #extend}
     */
    CompletableFuture<Void> giveBack(String mailbox, String lock, @Nullable String delay, Caller caller);

    /**
     * Answers a message and removes it, in one transaction. Completes with the id of the reply. Refused:
     * {@code body-invalid} 400, {@code mailbox-unknown} 404, {@code reply-unwanted} 409, {@code lock-lost} 410,
     * {@code message-too-large} 413, {@code mailbox-full} 429 if that of the reply is.
     */
    CompletableFuture<Sent> reply(String mailbox, String lock, Answer answer, Caller caller);

    /**
     * The messages of a mailbox, in the order in which they can be received, without locking them. Blocks.
     *
     * @param after the cursor that the page before gave; null for the first page
     * @param limit how many at most, 1 to 200
     * @throws dev.parley.message.Refusal {@code parameter-invalid} 400, {@code mailbox-unknown} 404
     */
    Page<BrowsedMail> browse(String mailbox, @Nullable String after, int limit, Caller caller);
}
