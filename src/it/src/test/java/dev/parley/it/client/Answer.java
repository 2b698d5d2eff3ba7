package dev.parley.it.client;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What Parley sent to a requester.
 *
 * @param kind Ack, Reply, Fault, Ping or Notice
 * @param type the operation
 * @param correlationId which request it answers
 * @param conversationId the conversation
 * @param messageId its own id
 * @param state what the requester wanted back
 * @param turn which turn it answers, if turns are taken
 * @param expiresAt when it expires, in milliseconds; 0 for never
 * @param replyTo the queue where an answer is to go
 * @param properties all its properties, as text, but for those that the broker has for itself
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
        @Nullable String replyTo,
        Map<String, String> properties,
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
                    message.getJMSReplyTo() instanceof Queue queue ? queue.getQueueName() : null,
                    properties(message),
                    String.valueOf(message.getBody(String.class)));
        } catch (JMSException e) {
            throw new AssertionError("Not an answer: " + message, e);
        }
    }

    private static Map<String, String> properties(Message message) throws JMSException {
        Map<String, String> properties = new TreeMap<>();
        Enumeration<?> names = message.getPropertyNames();
        for (Object each : Collections.list(names)) {
            String name = String.valueOf(each);
            if (!name.startsWith("_AMQ_")) {
                properties.put(name, String.valueOf(message.getObjectProperty(name)));
            }
        }
        return properties;
    }

    /** A property; empty if there is none. */
    public String property(String name) {
        return properties.getOrDefault(name, "");
    }

    public JsonNode json() {
        return Json.parse(text);
    }

    /** The problem type of a fault; empty if there is none. */
    public String problem() {
        return json().path("type").asText();
    }
}
