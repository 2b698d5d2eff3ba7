package dev.parley.conversation;

import dev.parley.message.Address;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The request that a conversation works on, or worked on last: most have one, those that go on in turns have one after
 * the other.
 *
 * @param messageId the requester's idempotency key
 * @param correlationId what every answer carries
 * @param replyTo where acknowledgment and reply go; null if the requester polls, or wants none
 * @param faultTo where faults go, if not to {@code replyTo}
 * @param acknowledge true if the requester asked for an acknowledgment as a message
 * @param state opaque text that goes back to the requester with every answer
 * @param expiresAt the deadline
 * @param hops how many operations called each other until it was sent
 * @param at where it is in the journal; 0 if it is not there yet
 * @param trace the {@code traceparent} that it came with, or of the span in which it was accepted, which goes on with
 *     every message about it; null for none
 */
public record CurrentRequest(
        String messageId,
        String correlationId,
        @Nullable Address replyTo,
        @Nullable Address faultTo,
        boolean acknowledge,
        @Nullable String state,
        Instant expiresAt,
        int hops,
        int at,
        @Nullable String trace) {

    /** A request in no trace. */
    public CurrentRequest(
            String messageId,
            String correlationId,
            @Nullable Address replyTo,
            @Nullable Address faultTo,
            boolean acknowledge,
            @Nullable String state,
            Instant expiresAt,
            int hops,
            int at) {
        this(messageId, correlationId, replyTo, faultTo, acknowledge, state, expiresAt, hops, at, null);
    }

    /** The request as it came. */
    static CurrentRequest of(Envelope request, int at) {
        return new CurrentRequest(
                request.messageId(),
                request.correlationId(),
                request.replyTo(),
                request.faultTo(),
                request.acknowledge(),
                request.state(),
                request.expiresAt(),
                request.hops(),
                at,
                request.particulars().trace());
    }

    /** The same request with another deadline. */
    CurrentRequest until(Instant deadline) {
        return new CurrentRequest(
                messageId, correlationId, replyTo, faultTo, acknowledge, state, deadline, hops, at, trace);
    }

    /** The same request with other ids. */
    CurrentRequest named(String otherMessageId, String otherCorrelationId) {
        return new CurrentRequest(
                otherMessageId, otherCorrelationId, replyTo, faultTo, acknowledge, state, expiresAt, hops, at, trace);
    }
}
