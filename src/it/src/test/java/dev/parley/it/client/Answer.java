package dev.parley.it.client;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import org.jspecify.annotations.Nullable;

/**
 * What Parley sent to a requester.
 *
 * @param kind Ack, Reply or Fault
 * @param type the operation
 * @param correlationId which request it answers
 * @param conversationId the conversation
 * @param messageId its own id
 * @param state what the requester wanted back
 * @param turn which turn it answers, if turns are taken
 * @param expiresAt when it expires, in milliseconds; 0 for never
 * @param text the body as it came
 */
public record Answer(
        @Nullable String kind,
        @Nullable String type,
        @Nullable String correlationId,
        @Nullable String conversationId,
        @Nullable String messageId,
        @Nullable String state,
        @Nullable String turn,
        long expiresAt,
        String text) {

    static Answer of(Message message) {
        try {
            return new Answer(
                    message.getStringProperty("Kind"),
                    message.getJMSType(),
                    message.getJMSCorrelationID(),
                    message.getStringProperty("ConversationId"),
                    message.getStringProperty("MessageId"),
                    message.getStringProperty("State"),
                    message.getStringProperty("Turn"),
                    message.getJMSExpiration(),
                    String.valueOf(message.getBody(String.class)));
        } catch (JMSException e) {
            throw new AssertionError("Not an answer: " + message, e);
        }
    }

    public JsonNode json() {
        return Json.parse(text);
    }

    /** The problem type of a fault; empty if there is none. */
    public String problem() {
        return json().path("type").asText();
    }
}
