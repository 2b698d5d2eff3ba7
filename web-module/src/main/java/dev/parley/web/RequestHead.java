package dev.parley.web;

import dev.parley.message.Refusal;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** The header fields that say something of the body. */
public final class RequestHead {

    private RequestHead() {}

    /**
     * Checks that the body is said to be JSON in UTF-8.
     *
     * @throws Refusal {@code unsupported-media-type}
     */
    public static void requireJson(@Nullable MediaType type) {
        if (type == null || !isJson(type) || !isUtf8(type)) {
            throw new Refusal(HttpProblem.of(415));
        }
    }

    /** The length that the body is said to have, in bytes; -1 if nothing is said. */
    public static long declaredLength(HttpHeaders headers) {
        String length = headers.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? -1 : Long.parseLong(length.strip());
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static boolean isJson(MediaType type) {
        return type.getType().equalsIgnoreCase("application")
                && type.getSubtype().equalsIgnoreCase("json");
    }

    private static boolean isUtf8(MediaType type) {
        String charset = type.getParameters().get(MediaType.CHARSET_PARAMETER);
        return charset == null || charset.equalsIgnoreCase("utf-8");
    }
}
