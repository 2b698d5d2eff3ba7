package dev.parley.it.client;

import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import org.jspecify.annotations.Nullable;

/**
 * A request as a provider got it.
 *
 * @param message the message
 * @param kind Request; Ping or Notice for who provides as the holder of a grant
 * @param operation its JMSType
 * @param conversationId the conversation
 * @param messageId the same on every attempt
 * @param correlationId what the answer has to carry
 * @param replyTo where the answer goes
 * @param attempt from 1; 0 of a Notice
 * @param expiresAt when an answer would be too late, in milliseconds; 0 for never
 * @param group its JMSXGroupID; null if it has none
 * @param text the body
 */
public record Asked(
        Message message,
        @Nullable String kind,
        @Nullable String operation,
        @Nullable String conversationId,
        @Nullable String messageId,
        @Nullable String correlationId,
        @Nullable Destination replyTo,
        int attempt,
        long expiresAt,
        @Nullable String group,
        String text) {

    static Asked of(Message message) {
        try {
            return new Asked(
                    message,
                    message.getStringProperty("Kind"),
                    message.getJMSType(),
                    message.getStringProperty("ConversationId"),
                    message.getStringProperty("MessageId"),
                    message.getJMSCorrelationID(),
                    message.getJMSReplyTo(),
                    message.propertyExists("Attempt") ? message.getIntProperty("Attempt") : 0,
                    message.getJMSExpiration(),
                    message.getStringProperty("JMSXGroupID"),
                    message.getBody(String.class));
        } catch (JMSException e) {
            throw new AssertionError("Not a request: " + message, e);
        }
    }

    /** Another of its properties; null if it has none of that name. */
    public @Nullable String property(String name) {
        try {
            return message.getStringProperty(name);
        } catch (JMSException e) {
            throw new AssertionError("No property " + name + ": " + message, e);
        }
    }
}
