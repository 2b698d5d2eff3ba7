package dev.parley.relay;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The right to a message for a while. Only who received it knows its key.
 *
 * @param position the message
 * @param key what nobody can guess
 * @param until the instant from which on it is not valid any more
 */
public record Lock(long position, String key, Instant until) {

    private static final Pattern TOKEN = Pattern.compile("([0-9]{1,18})\\.([A-Za-z0-9_-]{1,40})");

    /**
     * What a token says; whether there is such a lock, only its message knows.
     *
     * @param position the message
     * @param key the key
     */
    public record Token(long position, String key) {

        /** The token that {@link Lock#token()} wrote, if the text is one. */
        public static Optional<Token> parse(String text) {
            Matcher parts = TOKEN.matcher(text);
            return parts.matches()
                    ? Optional.of(new Token(Long.parseLong(parts.group(1)), parts.group(2)))
                    : Optional.empty();
        }
    }

    /** How the lock is named on the wire; letters, digits, {@code .}, {@code -} and {@code _}. */
    public String token() {
        return position + "." + key;
    }
}
