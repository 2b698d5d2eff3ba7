package dev.parley.web;

import dev.parley.message.CommonProblem;
import dev.parley.message.Refusal;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * The text of a body, of which never more is read than is allowed.
 *
 * @param maxSize how many bytes are allowed
 */
public record BoundedText(int maxSize) {

    /** A list of locks, or a change of one. */
    public static final BoundedText OF_LOCKS = new BoundedText(64 * 1024);

    /** A command, with a request or a reply in it. */
    public static final BoundedText OF_COMMANDS = new BoundedText(1024 * 1024);

    /** Texts with bodies of so many bytes in them: in base64, and with what is around them. */
    public static BoundedText around(int bodies) {
        return new BoundedText((int) Math.min(2L * bodies + 4096, Integer.MAX_VALUE - 8));
    }

    /**
     * Reads the JSON text of a request; whether it is JSON, whoever takes it apart sees.
     *
     * @throws Refusal {@code unsupported-media-type}, or as {@link #read}
     */
    public String json(HttpHeaders headers, InputStream body) {
        RequestHead.requireJson(headers.getMediaType());
        return read(body, RequestHead.declaredLength(headers));
    }

    /**
     * Reads the JSON text of a request that need not have one; then it is empty, and no type need be said.
     *
     * @throws Refusal as {@link #json}
     */
    public String optionalJson(HttpHeaders headers, InputStream body) {
        long declared = RequestHead.declaredLength(headers);
        if (declared > 0 || (declared < 0 && headers.getMediaType() != null)) {
            return json(headers, body);
        }
        if (declared < 0 && !read(body, declared).isEmpty()) {
            throw new Refusal(HttpProblem.of(415)); // there is one after all, of no type
        }
        return "";
    }

    /**
     * Reads UTF-8 text.
     *
     * @param declared how long the client says it is, in bytes; negative if it does not say
     * @throws Refusal {@code message-too-large}, {@code body-not-utf-8} or {@code body-incomplete}
     */
    public String read(InputStream stream, long declared) {
        // Before the first byte is read: a client that expects 100-continue need not send any
        if (declared > maxSize) {
            throw tooLarge();
        }
        byte[] bytes = bytes(stream);
        if (bytes.length > maxSize) {
            throw tooLarge();
        }
        return text(bytes);
    }

    private byte[] bytes(InputStream stream) {
        try {
            // One more than allowed shows that there is more
            return stream.readNBytes((int) Math.min(maxSize + 1L, Integer.MAX_VALUE));
        } catch (IOException e) {
            throw new Refusal(HttpProblem.BODY_INCOMPLETE.because("The body could not be read to its end."));
        }
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Refusal(
                    HttpProblem.BODY_NOT_UTF_8.because("JSON text must be encoded in UTF-8 (RFC 8259, 8.1)."));
        }
    }

    private Refusal tooLarge() {
        return new Refusal(CommonProblem.MESSAGE_TOO_LARGE.because("At most " + maxSize + " bytes are accepted."));
    }
}
