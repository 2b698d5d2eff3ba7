package dev.parley.relay;

import dev.parley.message.Address;
import dev.parley.message.AnswerQueues;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message in a mailbox.
 *
 * @param position its place in the order of arrival, the same as long as it is there
 * @param messageId its id, which its sender gave or Parley made
 * @param sender who sent it: {@code user:NAME}, or the reply address where the user is not known
 * @param type what it is; null for none
 * @param contentType of a body that is not JSON; null for JSON
 * @param body JSON text; base64 if there is a content type
 * @param correlationId what it answers, or what its answers carry; null for none
 * @param conversationId the conversation it belongs to; null for none
 * @param replyTo where a reply goes; null if none is wanted
 * @param faultTo where its sender is told that it expired, if not there
 * @param group its group; null for none
 * @param sentAt when it was accepted
 * @param expiresAt from when on it is not delivered any more
 * @param deliveries how often it was received
 * @param properties what else Parley says of it, a JSON object named as the properties over JMS; null for nothing
 */
public record Mail(
        long position,
        String messageId,
        String sender,
        @Nullable String type,
        @Nullable String contentType,
        String body,
        @Nullable String correlationId,
        @Nullable String conversationId,
        @Nullable Address replyTo,
        @Nullable Address faultTo,
        @Nullable String group,
        Instant sentAt,
        Instant expiresAt,
        int deliveries,
        @Nullable String properties) {

    /** A message without properties. */
    public Mail(
            long position,
            String messageId,
            String sender,
            @Nullable String type,
            @Nullable String contentType,
            String body,
            @Nullable String correlationId,
            @Nullable String conversationId,
            @Nullable Address replyTo,
            @Nullable Address faultTo,
            @Nullable String group,
            Instant sentAt,
            Instant expiresAt,
            int deliveries) {
        this(
                position,
                messageId,
                sender,
                type,
                contentType,
                body,
                correlationId,
                conversationId,
                replyTo,
                faultTo,
                group,
                sentAt,
                expiresAt,
                deliveries,
                null);
    }

    /** The address that is told when it has expired; null for none. */
    public @Nullable Address faultAddress() {
        return faultTo != null ? faultTo : replyTo;
    }

    /**
     * True if it is a question of Parley's own, a request or a ping: who asked keeps the time itself, and may have
     * asked again, or somebody else, meanwhile.
     */
    public boolean isAsked() {
        return AnswerQueues.REPLIES.equals(replyTo) || AnswerQueues.RESOURCES.equals(replyTo);
    }

    Mail delivered(int times) {
        return new Mail(
                position,
                messageId,
                sender,
                type,
                contentType,
                body,
                correlationId,
                conversationId,
                replyTo,
                faultTo,
                group,
                sentAt,
                expiresAt,
                times,
                properties);
    }
}
