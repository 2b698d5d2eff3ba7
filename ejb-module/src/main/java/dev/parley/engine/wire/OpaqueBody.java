package dev.parley.engine.wire;

import dev.parley.message.Unicode;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The body of a message for those who pass it and do not look at it.
 *
 * @param contentType what it is, as far as the message shows
 * @param base64 its bytes in base64; null if there are none, too many, or none that its text can be written in
 */
public record OpaqueBody(String contentType, Supplier<@Nullable String> base64) {

    private static final String CONTENT_TYPE = "ContentType";

    /**
     * The body of a message, as it came.
     *
     * @param maxBodySize the bytes of a body at most; of a larger one nothing is kept
     */
    public static OpaqueBody of(Message message, int maxBodySize) throws JMSException {
        String given = new MessageHeaders(message).text(CONTENT_TYPE);
        byte[] bytes = bytes(message, maxBodySize);
        String byDefault = message instanceof TextMessage ? "text/plain;charset=utf-8" : "application/octet-stream";
        return new OpaqueBody(
                given == null ? byDefault : given,
                () -> bytes == null ? null : Base64.getEncoder().encodeToString(bytes));
    }

    private static byte @Nullable [] bytes(Message message, int most) throws JMSException {
        if (message instanceof TextMessage text) {
            String body = text.getText();
            return body == null || body.length() > most || Unicode.isTorn(body)
                    ? null
                    : body.getBytes(StandardCharsets.UTF_8);
        }
        if (!(message instanceof BytesMessage body) || body.getBodyLength() > most) {
            return null;
        }
        body.reset();
        byte[] bytes = new byte[(int) body.getBodyLength()];
        body.readBytes(bytes);
        body.reset();
        return bytes;
    }
}
