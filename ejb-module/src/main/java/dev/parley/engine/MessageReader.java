package dev.parley.engine;

import dev.parley.conversation.Arrival;
import dev.parley.conversation.Problem;
import dev.parley.conversation.Refusal;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.ObjectMessage;
import jakarta.jms.TextMessage;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JMS messages, whatever client and protocol they came from. */
final class MessageReader {

    private static final String GROUP = "JMSXGroupID";
    private static final String USER = "_AMQ_VALIDATED_USER";
    private static final String EXPIRED_AT = "_AMQ_ACTUAL_EXPIRY";

    private final int maxBodySize;
    private final boolean trustBrokerUser;

    MessageReader(int maxBodySize, boolean trustBrokerUser) {
        this.maxBodySize = maxBodySize;
        this.trustBrokerUser = trustBrokerUser;
    }

    /** Reads a message; one whose body cannot be read says why. */
    Arrival read(Message message) throws JMSException {
        String body = "";
        Problem unreadable = null;
        try {
            body = body(message);
        } catch (Refusal refusal) {
            unreadable = refusal.problem();
        }
        return new Arrival(
                message.getJMSType(),
                id(message),
                message.getJMSCorrelationID(),
                Destinations.address(message.getJMSReplyTo()),
                properties(message),
                expiration(message),
                message.getJMSRedelivered(),
                message.getStringProperty(GROUP),
                trustBrokerUser ? message.getStringProperty(USER) : null,
                body,
                unreadable);
    }

    /** STOMP clients give none; then nothing can be deduplicated, and every delivery may have another. */
    private static String id(Message message) throws JMSException {
        return message.getJMSMessageID() == null ? "ID:" + Ids.next() : message.getJMSMessageID();
    }

    /** The deadline; the broker takes it off a message that has expired and keeps it in a property. */
    private static @Nullable Instant expiration(Message message) throws JMSException {
        if (message.propertyExists(EXPIRED_AT)) {
            return Instant.ofEpochMilli(message.getLongProperty(EXPIRED_AT));
        }
        return message.getJMSExpiration() == 0 ? null : Instant.ofEpochMilli(message.getJMSExpiration());
    }

    private static Map<String, String> properties(Message message) throws JMSException {
        Map<String, String> properties = new HashMap<>();
        Enumeration<?> names = message.getPropertyNames();
        while (names.hasMoreElements()) {
            String name = (String) names.nextElement();
            Object value = message.getObjectProperty(name);
            if (value != null) {
                properties.put(name, value.toString());
            }
        }
        return properties;
    }

    private String body(Message message) throws JMSException {
        if (message instanceof TextMessage text) {
            String body = text.getText();
            return body == null ? "" : checked(body);
        }
        if (message instanceof BytesMessage bytes) {
            return decoded(bytes);
        }
        if (message instanceof ObjectMessage) {
            throw new Refusal(Problem.of(
                    "object-message-refused",
                    400,
                    "Java objects are not read",
                    "Send JSON text in a TextMessage, or in UTF-8 in a BytesMessage."));
        }
        throw new Refusal(Problem.of(
                "message-type-refused",
                400,
                "Message type not read",
                "Send JSON text in a TextMessage, or in UTF-8 in a BytesMessage."));
    }

    private String checked(String body) {
        boolean fits = body.length() <= maxBodySize
                && (body.length() <= maxBodySize / 3 || body.getBytes(StandardCharsets.UTF_8).length <= maxBodySize);
        if (!fits) {
            throw new Refusal(tooLarge());
        }
        return body;
    }

    private String decoded(BytesMessage message) throws JMSException {
        if (message.getBodyLength() > maxBodySize) {
            throw new Refusal(tooLarge());
        }
        byte[] bytes = new byte[(int) message.getBodyLength()];
        message.readBytes(bytes);
        message.reset();
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Refusal(
                    Problem.of("body-not-json", 400, "Body is not JSON", "The bytes are not UTF-8: " + e.getMessage()));
        }
    }

    private Problem tooLarge() {
        return Problem.of(
                "message-too-large",
                413,
                "Message too large",
                "A body has at most " + maxBodySize + " bytes in UTF-8.");
    }
}
