package dev.parley;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The exchange that an operation is called in, as far as the operation may know it.
 *
 * @param conversationId the conversation
 * @param messageId the requester's idempotency key of this request
 * @param correlationId what every answer to this request carries
 * @param operation the operation's name
 * @param sender who asked: {@code user:NAME} for an authenticated participant, else the reply address, or
 *     {@code anonymous}
 * @param attempt how often the operation has been begun for this request in a transaction of its own, from 1
 * @param expiresAt the deadline; an operation that ends after it may find its work rolled back and the conversation
 *     {@code EXPIRED}
 * @param state the requester's opaque state that goes back to it with the reply, or null
 * @param turn which turn of its conversation it is, from 1; 1 for everything that takes no turns
 */
public record Exchange(
        String conversationId,
        String messageId,
        String correlationId,
        String operation,
        String sender,
        int attempt,
        Instant expiresAt,
        @Nullable String state,
        int turn) {

    private static final Instant FAR_AWAY = Instant.parse("2100-01-01T00:00:00Z");

    /** The first turn, or the only one. */
    public Exchange(
            String conversationId,
            String messageId,
            String correlationId,
            String operation,
            String sender,
            int attempt,
            Instant expiresAt,
            @Nullable String state) {
        this(conversationId, messageId, correlationId, operation, sender, attempt, expiresAt, state, 1);
    }

    /**
     * An exchange to call an operation with in a test: the first attempt of the request {@code message-1} of
     * {@code user:alice}, whose deadline is far away.
     */
    public static Exchange forTest() {
        return new Exchange("conversation-1", "message-1", "correlation-1", "test", "user:alice", 1, FAR_AWAY, null);
    }
}
