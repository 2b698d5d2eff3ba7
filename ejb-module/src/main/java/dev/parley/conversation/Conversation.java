package dev.parley.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as it is stored: who asked for what, by when, and where it stands.
 *
 * @param id its id, made by Parley or named by the requester
 * @param version grows with every stored change; 0 for one that is not stored yet
 * @param status where it stands
 * @param operation what was asked for
 * @param exchange which messages belong to it
 * @param sender whose message ids these are: {@code user:NAME}, the reply address, or {@code anonymous}
 * @param owner the authenticated participant who may see it over HTTP; null if nobody but an operator may
 * @param messageId the requester's idempotency key
 * @param correlationId what every answer carries
 * @param replyTo where acknowledgment and reply go; null if the requester polls, or wants none
 * @param faultTo where faults go, if not to {@code replyTo}
 * @param acknowledge whether the requester asked for an acknowledgment as a message
 * @param state opaque text that goes back to the requester with every answer
 * @param attempts how often its operation has been begun in a transaction of its own
 * @param lastFailure why it failed last, for operators; null if it has not
 * @param sequence how many messages are in its journal
 * @param createdAt when it was accepted
 * @param updatedAt when it changed last
 * @param expiresAt its deadline
 */
public record Conversation(
        String id,
        int version,
        Status status,
        String operation,
        MessageExchangePattern exchange,
        String sender,
        @Nullable String owner,
        String messageId,
        String correlationId,
        @Nullable Address replyTo,
        @Nullable Address faultTo,
        boolean acknowledge,
        @Nullable String state,
        int attempts,
        @Nullable String lastFailure,
        int sequence,
        Instant createdAt,
        Instant updatedAt,
        Instant expiresAt) {

    /** The same conversation with another status. */
    public Conversation become(Status next, Instant now) {
        return new Conversation(
                id,
                version,
                next,
                operation,
                exchange,
                sender,
                owner,
                messageId,
                correlationId,
                replyTo,
                faultTo,
                acknowledge,
                state,
                attempts,
                lastFailure,
                sequence,
                createdAt,
                now,
                expiresAt);
    }

    /** The same conversation with more messages in its journal. */
    public Conversation journaled(int messages) {
        return new Conversation(
                id,
                version,
                status,
                operation,
                exchange,
                sender,
                owner,
                messageId,
                correlationId,
                replyTo,
                faultTo,
                acknowledge,
                state,
                attempts,
                lastFailure,
                sequence + messages,
                createdAt,
                updatedAt,
                expiresAt);
    }

    /** Where a fault of the provider goes; null if this exchange has none or nobody can be told. */
    public @Nullable Address faultAddress() {
        if (faultTo != null) {
            return faultTo;
        }
        return exchange.allowsFault() ? replyTo : null;
    }
}
