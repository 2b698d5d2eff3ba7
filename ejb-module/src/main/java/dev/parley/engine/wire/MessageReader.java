package dev.parley.engine.wire;

import dev.parley.message.Arrival;
import dev.parley.message.CommonProblem;
import dev.parley.message.Problem;
import dev.parley.message.Refusal;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageFormatException;
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
public final class MessageReader {

    private static final String GROUP = "JMSXGroupID";
    private static final String USER = "_AMQ_VALIDATED_USER";
    private static final String EXPIRED_AT = "_AMQ_ACTUAL_EXPIRY";

    private final int maxBodySize;
    private final boolean trustBrokerUser;

    public MessageReader(int maxBodySize, boolean trustBrokerUser) {
        this.maxBodySize = maxBodySize;
        this.trustBrokerUser = trustBrokerUser;
    }

    /** Reads a message; one that cannot be read says why. */
    public Arrival read(Message message) throws JMSException {
        return read(message, message.getJMSExpiration());
    }

    /** Reads a message that has expired: the broker took its deadline off and keeps it in a property, which nobody else is believed. */
    public Arrival readExpired(Message message) throws JMSException {
        Object expiredAt = message.getObjectProperty(EXPIRED_AT);
        return read(message, expiredAt instanceof Long millis ? millis : 1);
    }

    private Arrival read(Message message, long expiration) throws JMSException {
        String body = "";
        Problem unreadable = null;
        try {
            body = body(message);
        } catch (Refusal refusal) {
            unreadable = refusal.problem();
        }
        return new Arrival(
                message.getJMSType(),
                JmsMessages.id(message),
                message.getJMSCorrelationID(),
                Destinations.address(message.getJMSReplyTo()),
                properties(message),
                expiration == 0 ? null : Instant.ofEpochMilli(expiration),
                message.getJMSRedelivered(),
                text(message, GROUP),
                trustBrokerUser ? text(message, USER) : null,
                body,
                unreadable);
    }

    /** A property as text, whatever type the client gave it. */
    public static @Nullable String text(Message message, String property) throws JMSException {
        try {
            return message.getStringProperty(property);
        } catch (MessageFormatException e) {
            return String.valueOf(message.getObjectProperty(property));
        }
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
            throw new Refusal(WireProblem.OBJECT_MESSAGE_REFUSED.because(
                    "Send JSON text in a TextMessage, or in UTF-8 in a BytesMessage."));
        }
        throw new Refusal(WireProblem.MESSAGE_TYPE_REFUSED.because(
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
            throw new Refusal(CommonProblem.BODY_NOT_JSON.because("The bytes are not UTF-8: " + e.getMessage()));
        }
    }

    private Problem tooLarge() {
        return CommonProblem.MESSAGE_TOO_LARGE.because("A body has at most " + maxBodySize + " bytes in UTF-8.");
    }
}
