package dev.parley.conversation;

import dev.parley.message.Address;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as it is stored: who asked for what, by when, and where it stands.
 *
 * @param id its id, made by Parley or named by the requester
 * @param version grows with every stored change; 0 for one that is not stored yet
 * @param status where it stands
 * @param pattern the name of the pattern that decides what happens in it
 * @param operation what was asked for
 * @param exchange which messages belong to it
 * @param sender whose message ids these are: {@code user:NAME}, the reply address, or {@code anonymous}
 * @param owner the authenticated participant who may see it over HTTP; null if nobody but an operator may
 * @param request what it works on
 * @param attempts how often its operation has been begun in a transaction of its own
 * @param lastFailure why it failed last, for operators; null if it has not
 * @param sequence how many messages are in its journal
 * @param createdAt when it was accepted
 * @param updatedAt when it changed last
 * @param patternState what the pattern keeps besides; null for nothing
 * @param retried how often an operator had it go on after it had failed
 */
public record Conversation(
        String id,
        int version,
        Status status,
        String pattern,
        String operation,
        MessageExchangePattern exchange,
        String sender,
        @Nullable String owner,
        CurrentRequest request,
        int attempts,
        @Nullable String lastFailure,
        int sequence,
        Instant createdAt,
        Instant updatedAt,
        @Nullable PatternState patternState,
        int retried) {

    /** A conversation that nobody had go on after its end. */
    public Conversation(
            String id,
            int version,
            Status status,
            String pattern,
            String operation,
            MessageExchangePattern exchange,
            String sender,
            @Nullable String owner,
            CurrentRequest request,
            int attempts,
            @Nullable String lastFailure,
            int sequence,
            Instant createdAt,
            Instant updatedAt,
            @Nullable PatternState patternState) {
        this(
                id,
                version,
                status,
                pattern,
                operation,
                exchange,
                sender,
                owner,
                request,
                attempts,
                lastFailure,
                sequence,
                createdAt,
                updatedAt,
                patternState,
                0);
    }

    /** The deadline of what is bound by none any more: nothing is done at that time, and nobody is shown it. */
    public static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    /** The conversation that a request begins, with the request first in its journal. */
    public static Conversation accepted(String pattern, Envelope request, String newId, Instant now) {
        String id = request.conversationId() != null ? request.conversationId() : newId;
        return new Conversation(
                id,
                0,
                Status.ACCEPTED,
                pattern,
                request.operation(),
                request.exchange(),
                request.sender(),
                request.owner(),
                CurrentRequest.of(request, 1),
                0,
                null,
                0,
                now,
                now,
                null);
    }

    /** The same conversation with another status. */
    public Conversation become(Status next, Instant now) {
        return with(next, request, attempts, lastFailure, sequence, now, patternState);
    }

    /** The same conversation with more messages in its journal. */
    public Conversation journaled(int messages) {
        return with(status, request, attempts, lastFailure, sequence + messages, updatedAt, patternState);
    }

    /** The same conversation, running, with an attempt at its operation begun. */
    public Conversation attempted(Instant now) {
        return with(Status.RUNNING, request, attempts + 1, lastFailure, sequence, now, patternState);
    }

    /** The same conversation, with why its operation failed last. */
    public Conversation failed(String failure) {
        return with(status, request, attempts, failure, sequence, updatedAt, patternState);
    }

    /** The same conversation, of which the pattern keeps something else. */
    public Conversation with(@Nullable PatternState next, Instant now) {
        return with(status, request, attempts, lastFailure, sequence, now, next);
    }

    /** The same conversation before its first request has come. */
    public Conversation withoutRequest(PatternState next) {
        CurrentRequest none = new CurrentRequest(
                messageId(),
                correlationId(),
                replyTo(),
                faultTo(),
                acknowledge(),
                state(),
                expiresAt(),
                hops(),
                0,
                request.trace());
        return with(status, none, attempts, lastFailure, sequence, updatedAt, next);
    }

    /** The same conversation, which works on that request from now on. The caller appends it to the journal at once. */
    public Conversation workingOn(Envelope next, PatternState kept, Instant now) {
        return with(status, CurrentRequest.of(next, sequence + 1), 0, null, sequence, now, kept);
    }

    /** The same conversation, running, with another deadline. */
    public Conversation waitingUntil(Instant deadline, PatternState kept, Instant now) {
        return with(Status.RUNNING, request.until(deadline), attempts, lastFailure, sequence, now, kept);
    }

    /** The same conversation as whoever sent that message sees it. */
    public Conversation seenBy(String itsMessageId, String itsCorrelationId) {
        CurrentRequest its = request.named(itsMessageId, itsCorrelationId);
        return with(status, its, attempts, lastFailure, sequence, updatedAt, patternState);
    }

    private Conversation with(
            Status newStatus,
            CurrentRequest newRequest,
            int newAttempts,
            @Nullable String newFailure,
            int newSequence,
            Instant now,
            @Nullable PatternState newState) {
        return new Conversation(
                id,
                version,
                newStatus,
                pattern,
                operation,
                exchange,
                sender,
                owner,
                newRequest,
                newAttempts,
                newFailure,
                newSequence,
                createdAt,
                now,
                newState,
                retried);
    }

    /**
     * The same conversation, which goes on after it has failed: with another deadline, and with its attempts counted
     * anew.
     */
    public Conversation retried(Instant deadline, @Nullable PatternState kept, Instant now) {
        return new Conversation(
                id,
                version,
                Status.RUNNING,
                pattern,
                operation,
                exchange,
                sender,
                owner,
                request.until(deadline),
                0,
                null,
                sequence,
                createdAt,
                now,
                kept,
                retried + 1);
    }

    /** The idempotency key of its request. */
    public String messageId() {
        return request.messageId();
    }

    /** The correlation id that every answer carries. */
    public String correlationId() {
        return request.correlationId();
    }

    /** The address that acknowledgment and reply go to; null if the requester polls, or wants none. */
    public @Nullable Address replyTo() {
        return request.replyTo();
    }

    /** The address that faults go to; null if they go to {@link #replyTo}. */
    public @Nullable Address faultTo() {
        return request.faultTo();
    }

    /** True if the requester asked for an acknowledgment as a message. */
    public boolean acknowledge() {
        return request.acknowledge();
    }

    /** The requester's opaque text. */
    public @Nullable String state() {
        return request.state();
    }

    /** The deadline of its request; {@link #NEVER} while it is bound by none. */
    public Instant expiresAt() {
        return request.expiresAt();
    }

    /** Whether its deadline ends it. */
    public boolean isBound() {
        return expiresAt().isBefore(NEVER);
    }

    /** The number of operations that called each other until it was asked for. */
    public int hops() {
        return request.hops();
    }

    /** The state of its turns; null if its pattern takes none. */
    public @Nullable TurnState turns() {
        return patternState instanceof TurnState turns ? turns : null;
    }

    /** The last turn that was taken; 0 if it takes none. */
    public int turn() {
        TurnState turns = turns();
        return turns == null ? 0 : turns.number();
    }

    /** True if that turn has been answered, if only by the end of the conversation. */
    public boolean hasAnswered(int turn) {
        TurnState turns = turns();
        return turns != null
                && (turn < turns.number() || (turn == turns.number() && (turns.awaiting() || status.isFinal())));
    }

    /**
     * The time at which something has to be done if nothing happens: at its deadline, or before if the pattern wants
     * it.
     */
    public Instant dueAt() {
        Instant wanted = patternState == null ? null : patternState.dueAt();
        return wanted == null || wanted.isAfter(expiresAt()) ? expiresAt() : wanted;
    }

    /** The address that a fault of the provider goes to; null if this exchange has none or nobody can be told. */
    public @Nullable Address faultAddress() {
        if (faultTo() != null) {
            return faultTo();
        }
        return exchange.allowsFault() ? replyTo() : null;
    }
}
