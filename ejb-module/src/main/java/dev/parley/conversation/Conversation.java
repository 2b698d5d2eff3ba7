package dev.parley.conversation;

import dev.parley.message.Address;
import java.time.Instant;
import java.util.Objects;
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
 * @param turns where its turns stand; null if it takes none. Message id, correlation id, addresses, state and deadline are those of the last turn; while the
 *     next is awaited the deadline is that turn's
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
        @Nullable ProviderCall asking,
        @Nullable Turns turns) {

    /** A conversation that takes no turns. */
    public Conversation(
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
            @Nullable ProviderCall asking) {
        this(
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
                sequence,
                createdAt,
                updatedAt,
                expiresAt,
                hops,
                asking,
                null);
    }

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
    public Conversation asking(ProviderCall next, Instant now) {
        return with(status, attempts, lastFailure, sequence, now, next);
    }

    private Conversation with(
            Status newStatus,
            int newAttempts,
            @Nullable String newFailure,
            int newSequence,
            Instant now,
            @Nullable ProviderCall newAsking) {
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
                newAsking,
                turns);
    }

    /** The conversation that a turn begins, whose operation takes turns. */
    public Conversation turning(Turns first) {
        return with(this, first, expiresAt, updatedAt, status);
    }

    /** The next turn is taken, with the attempts at its operation counted anew. The caller appends its request to the journal at once. */
    public Conversation taking(Envelope request, Instant now) {
        Turns before = Objects.requireNonNull(turns, "Only a conversation that takes turns");
        return new Conversation(
                id,
                version,
                status,
                operation,
                exchange,
                sender,
                owner,
                request.messageId(),
                request.correlationId(),
                request.replyTo(),
                request.faultTo(),
                request.acknowledge(),
                request.state(),
                0,
                null,
                sequence,
                createdAt,
                now,
                request.expiresAt(),
                request.hops(),
                asking,
                before.taken(sequence + 1));
    }

    /** The last turn is answered, and the next is awaited until then. */
    public Conversation awaitingTurn(@Nullable String kept, Instant until, Instant now) {
        Turns before = Objects.requireNonNull(turns, "Only a conversation that takes turns");
        return with(this, before.answered(kept), until, now, Status.RUNNING);
    }

    /** The same conversation as whoever sent that message sees it. */
    public Conversation seenBy(String itsMessageId, String itsCorrelationId) {
        return new Conversation(
                id,
                version,
                status,
                operation,
                exchange,
                sender,
                owner,
                itsMessageId,
                itsCorrelationId,
                replyTo,
                faultTo,
                acknowledge,
                state,
                attempts,
                lastFailure,
                sequence,
                createdAt,
                updatedAt,
                expiresAt,
                hops,
                asking,
                turns);
    }

    private static Conversation with(Conversation c, Turns turns, Instant expiresAt, Instant now, Status status) {
        return new Conversation(
                c.id,
                c.version,
                status,
                c.operation,
                c.exchange,
                c.sender,
                c.owner,
                c.messageId,
                c.correlationId,
                c.replyTo,
                c.faultTo,
                c.acknowledge,
                c.state,
                c.attempts,
                c.lastFailure,
                c.sequence,
                c.createdAt,
                now,
                expiresAt,
                c.hops,
                c.asking,
                turns);
    }

    /** The last turn that was taken; 0 if it takes none. */
    public int turn() {
        return turns == null ? 0 : turns.number();
    }

    /** Whether that turn has been answered, if only by the end of the conversation. */
    public boolean hasAnswered(int turn) {
        return turns != null
                && (turn < turns.number() || (turn == turns.number() && (turns.awaiting() || status.isFinal())));
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
