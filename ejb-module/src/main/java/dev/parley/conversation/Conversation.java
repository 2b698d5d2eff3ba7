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
 * @param hops how many operations called each other until it was asked for
 * @param asking how a provider outside of the EAR is asked; null if none is
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
        Instant expiresAt,
        int hops,
        @Nullable Asking asking) {

    /** The same conversation with another status. */
    public Conversation become(Status next, Instant now) {
        return with(next, attempts, lastFailure, sequence, now, asking);
    }

    /** The same conversation with more messages in its journal. */
    public Conversation journaled(int messages) {
        return with(status, attempts, lastFailure, sequence + messages, updatedAt, asking);
    }

    /** The same conversation, running, with an attempt at its operation begun. */
    public Conversation attempted(Instant now) {
        return with(Status.RUNNING, attempts + 1, lastFailure, sequence, now, asking);
    }

    /** The same conversation, with why its operation failed last. */
    public Conversation failed(String failure) {
        return with(status, attempts, failure, sequence, updatedAt, asking);
    }

    /** The same conversation, whose provider is asked in that way. */
    public Conversation asking(Asking next, Instant now) {
        return with(status, attempts, lastFailure, sequence, now, next);
    }

    private Conversation with(
            Status newStatus,
            int newAttempts,
            @Nullable String newFailure,
            int newSequence,
            Instant now,
            @Nullable Asking newAsking) {
        return new Conversation(
                id,
                version,
                newStatus,
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
                newAttempts,
                newFailure,
                newSequence,
                createdAt,
                now,
                expiresAt,
                hops,
                newAsking);
    }

    /** When something has to be done if nothing happens: at its deadline, or before if an attempt at a provider, or the pause after it, ends before. */
    public Instant dueAt() {
        return asking == null || asking.until().isAfter(expiresAt) ? expiresAt : asking.until();
    }

    /** Where a fault of the provider goes; null if this exchange has none or nobody can be told. */
    public @Nullable Address faultAddress() {
        if (faultTo != null) {
            return faultTo;
        }
        return exchange.allowsFault() ? replyTo : null;
    }
}
