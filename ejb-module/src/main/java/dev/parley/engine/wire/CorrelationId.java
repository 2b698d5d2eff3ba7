package dev.parley.engine.wire;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.HexFormat;
import org.apache.activemq.artemis.jms.client.ActiveMQMessage;
import org.jspecify.annotations.Nullable;

/**
 * The correlation id of a message as text, also where its sender gave bytes: then as the AMQP mapping of JMS writes
 * them, which goes back as bytes.
 */
final class CorrelationId {

    private static final String BYTES = "ID:AMQP_BINARY:";
    private static final String HEADER = "JMSCorrelationID";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private CorrelationId() {}

    /** The text; null if there is none. */
    static @Nullable String of(Message message) throws JMSException {
        Object given = message instanceof ActiveMQMessage artemis
                ? artemis.getCoreMessage().getObjectProperty(HEADER)
                : null;
        return given instanceof byte[] bytes ? BYTES + HEX.formatHex(bytes) : message.getJMSCorrelationID();
    }

    /** Sets what {@link #of} read. */
    static void set(Message message, @Nullable String text) throws JMSException {
        byte[] bytes = text != null && text.startsWith(BYTES) ? bytes(text.substring(BYTES.length())) : null;
        if (bytes == null) {
            message.setJMSCorrelationID(text);
        } else {
            message.setJMSCorrelationIDAsBytes(bytes);
        }
    }

    /** The bytes; null if it is something else that only begins so, or nothing. */
    private static byte @Nullable [] bytes(String hex) {
        try {
            return hex.isEmpty() ? null : HEX.parseHex(hex);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
