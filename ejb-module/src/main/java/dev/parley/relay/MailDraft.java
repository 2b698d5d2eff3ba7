package dev.parley.relay;

import org.jspecify.annotations.Nullable;

/**
 * A message to a mailbox as its sender wrote it, not checked yet.
 *
 * @param messageId its id, by which it is known when it is sent again; null to have one made
 * @param type what it is, such as an operation's name; null for none
 * @param body JSON text; in base64 if there is a content type
 * @param contentType of a body that is not JSON: the relay passes it and does not look at it; null for JSON
 * @param correlationId what it answers, or what its answers are to carry; null for none
 * @param conversationId the conversation it belongs to; null for none
 * @param replyTo where a reply goes, {@code queue:NAME} or {@code mailbox:NAME}; null if none is wanted
 * @param faultTo where its sender is told that it expired, if not there
 * @param group the group whose messages are delivered in order; null for none
 * @param delay how long it is not delivered, an ISO 8601 duration; null for not at all
 * @param timeToLive how long it may stay, an ISO 8601 duration; null for as long as its mailbox has it
 */
public record MailDraft(
        @Nullable String messageId,
        @Nullable String type,
        String body,
        @Nullable String contentType,
        @Nullable String correlationId,
        @Nullable String conversationId,
        @Nullable String replyTo,
        @Nullable String faultTo,
        @Nullable String group,
        @Nullable String delay,
        @Nullable String timeToLive) {

    /** A body and nothing else. */
    public static MailDraft of(@Nullable String type, String body) {
        return new MailDraft(null, type, body, null, null, null, null, null, null, null, null);
    }
}
