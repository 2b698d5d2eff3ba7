package dev.parley.conversation.request;

import dev.parley.message.Caller;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came over HTTP, not checked yet.
 *
 * @param caller who asks
 * @param operation what for
 * @param body the request, JSON text
 * @param messageId the idempotency key; null to have one made
 * @param exchange the name of the message exchange pattern; null for in-out
 * @param deadline how long it may take, an ISO 8601 duration; null for the default
 * @param replyTo where the answers go besides, {@code queue:NAME} or {@code mailbox:NAME}; null to poll
 * @param conversationId the name of the conversation; null to have one made
 * @param turn the number of the turn; null for whichever comes next, or where none are taken
 * @param version the number of the version of a process; null for the current one
 * @param notices what its requester wants to be told before the end, with commas; null for nothing
 * @param trace the {@code traceparent} that it came with; null for none
 */
public record Submission(
        Caller caller,
        String operation,
        String body,
        @Nullable String messageId,
        @Nullable String exchange,
        @Nullable String deadline,
        @Nullable String replyTo,
        @Nullable String conversationId,
        @Nullable String turn,
        @Nullable String version,
        @Nullable String notices,
        @Nullable String trace) {

    /** A request that says nothing of a process. */
    public Submission(
            Caller caller,
            String operation,
            String body,
            @Nullable String messageId,
            @Nullable String exchange,
            @Nullable String deadline,
            @Nullable String replyTo,
            @Nullable String conversationId,
            @Nullable String turn) {
        this(caller, operation, body, messageId, exchange, deadline, replyTo, conversationId, turn, null, null, null);
    }

    /** A request that says nothing of turns. */
    public Submission(
            Caller caller,
            String operation,
            String body,
            @Nullable String messageId,
            @Nullable String exchange,
            @Nullable String deadline,
            @Nullable String replyTo,
            @Nullable String conversationId) {
        this(caller, operation, body, messageId, exchange, deadline, replyTo, conversationId, null);
    }

    /** The same request to that operation. */
    public Submission to(String other) {
        return new Submission(
                caller,
                other,
                body,
                messageId,
                exchange,
                deadline,
                replyTo,
                conversationId,
                turn,
                version,
                notices,
                trace);
    }

    /** The same request in that trace. */
    public Submission in(@Nullable String which) {
        return new Submission(
                caller,
                operation,
                body,
                messageId,
                exchange,
                deadline,
                replyTo,
                conversationId,
                turn,
                version,
                notices,
                which);
    }
}
