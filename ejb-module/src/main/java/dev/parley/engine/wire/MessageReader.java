package dev.parley.engine.wire;

import dev.parley.message.Arrival;
import dev.parley.message.CommonProblem;
import dev.parley.message.Problem;
import dev.parley.message.Refusal;
import dev.parley.message.Unicode;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.ObjectMessage;
import jakarta.jms.TextMessage;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The reader of JMS messages, whatever client and protocol they came from, and whatever that has put into them. */
public final class MessageReader {

    /** The property with the roles of its sender, with commas, where the broker is guarded by Parley. */
    public static final String ROLES = "_PARLEY_ROLES";

    static final String USER = "_AMQ_VALIDATED_USER";

    /** What a broker writes into each message that has come over AMQP, and is read over Core. */
    private static final String FROM_AMQP = "JMS_AMQP_ORIGINAL_ENCODING";

    private static final String EXPIRED_AT = "_AMQ_ACTUAL_EXPIRY";

    private final int maxBodySize;
    private final boolean trustBrokerUser;
    private final boolean trustBrokerUserOfAmqp;
    private final boolean trustBrokerRoles;

    /**
     * A reader of messages.
     *
     * @param maxBodySize the bytes of a body at most, in UTF-8
     * @param trustBrokerUser true if the broker says truly who has sent a message
     * @param trustBrokerUserOfAmqp true if that goes for messages that came over AMQP, too
     * @param trustBrokerRoles true if it says truly which roles that one has, too
     */
    public MessageReader(
            int maxBodySize, boolean trustBrokerUser, boolean trustBrokerUserOfAmqp, boolean trustBrokerRoles) {
        this.maxBodySize = maxBodySize;
        this.trustBrokerUser = trustBrokerUser;
        this.trustBrokerUserOfAmqp = trustBrokerUserOfAmqp;
        this.trustBrokerRoles = trustBrokerRoles;
    }

    /** Reads a message; one that cannot be read says why. */
    public Arrival read(Message message) throws JMSException {
        return read(message, message.getJMSExpiration());
    }

    /**
     * Reads a message that has expired: the broker took its deadline off and keeps it in a property, which nobody else
     * is believed.
     */
    public Arrival readExpired(Message message) throws JMSException {
        return read(message, new MessageHeaders(message).millis(EXPIRED_AT, 1));
    }

    private Arrival read(Message message, long expiration) throws JMSException {
        String body = "";
        Problem unreadable = null;
        try {
            body = body(message);
        } catch (Refusal refusal) {
            unreadable = refusal.problem();
        }
        MessageHeaders headers = MessageHeaders.bounded(message);
        return new Arrival(
                headers.type(),
                headers.id(),
                headers.correlationId(),
                headers.replyTo(),
                headers.properties(),
                expiration == 0 ? null : Instant.ofEpochMilli(expiration),
                headers.isRedelivered(),
                headers.group(),
                trustsUser(message) ? headers.text(USER) : null,
                body,
                unreadable,
                headers.problem(),
                trustBrokerRoles ? roles(headers.text(ROLES)) : Set.of());
    }

    /** Nobody can take the mark of AMQP off a message; who puts it on another one is not believed himself. */
    private boolean trustsUser(Message message) throws JMSException {
        return trustBrokerUser && (trustBrokerUserOfAmqp || !message.propertyExists(FROM_AMQP));
    }

    private static Set<String> roles(@Nullable String text) {
        return text == null || text.isEmpty() ? Set.of() : Set.copyOf(List.of(text.split(",")));
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
        if (Unicode.isTorn(body)) {
            throw new Refusal(CommonProblem.BODY_NOT_JSON.because(
                    "The text has half of a character, a surrogate without the other one: UTF-8 cannot write it."));
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
