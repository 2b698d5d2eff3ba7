package dev.parley.web;

import dev.parley.message.Refusal;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The key by which a repeated request is known: a quoted string, as the draft has it, or, as most clients send it, a
 * bare token.
 *
 * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/">The Idempotency-Key HTTP
 *     Header Field</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8941#name-strings">RFC 8941, Strings</a>
 */
public final class IdempotencyKey {

    /** The header field. */
    public static final String HEADER = "Idempotency-Key";

    private static final int LONGEST = 255;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~:/-]+");

    private IdempotencyKey() {}

    /**
     * Reads the lines of the header.
     *
     * @return the key; null if there is no such header
     * @throws Refusal {@code idempotency-key-invalid}
     */
    public static @Nullable String of(@Nullable List<String> lines) {
        if (lines == null || lines.isEmpty()) {
            return null;
        }
        if (lines.size() > 1) {
            throw invalid();
        }
        String text = lines.get(0).strip();
        String key = text.startsWith("\"") ? unquote(text) : token(text);
        if (key.isEmpty() || key.length() > LONGEST) {
            throw invalid();
        }
        return key;
    }

    private static String token(String text) {
        if (!TOKEN.matcher(text).matches()) {
            throw invalid();
        }
        return text;
    }

    private static String unquote(String text) {
        int end = text.length() - 1;
        StringBuilder key = new StringBuilder();
        int i = 1;
        while (i < end) {
            char c = text.charAt(i++);
            if (c == '\\') {
                c = escaped(text, i++, end);
            } else if (c == '"' || c < 0x20 || c > 0x7e) {
                throw invalid();
            }
            key.append(c);
        }
        if (end < 1 || text.charAt(end) != '"') {
            throw invalid();
        }
        return key.toString();
    }

    private static char escaped(String text, int at, int end) {
        // At the end: the closing quote itself is escaped
        if (at >= end || (text.charAt(at) != '"' && text.charAt(at) != '\\')) {
            throw invalid();
        }
        return text.charAt(at);
    }

    private static Refusal invalid() {
        return new Refusal(HttpProblem.IDEMPOTENCY_KEY_INVALID.because(
                "Idempotency-Key must be one string of 1 to 255 printable ASCII characters, in double quotes unless it is a token,"
                        + " such as \"order-4711\"."));
    }
}
