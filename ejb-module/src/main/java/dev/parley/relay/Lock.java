package dev.parley.relay;

import dev.parley.message.Sha256;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * The right to a message for a while. Only who received it knows its key.
 *
 * @param position the message
 * @param key what nobody can guess
 * @param until the instant from which on it is not valid any more
 */
public record Lock(long position, String key, Instant until) {

    private static final int MOST_DIGITS = 18;
    private static final int LONGEST_KEY = 40;
    private static final int KEY_BYTES = 18;
    private static final int DECIMAL = 10;

    /**
     * The content of a token. Only its message knows if there is such a lock.
     *
     * @param position the message
     * @param key the key
     */
    public record Token(long position, String key) {

        /**
         * The token that {@link Lock#token()} wrote, if the text is one. By hand: the thread that commits reads each
         * twice, and a regular expression took 3 % of its time.
         */
        public static Optional<Token> parse(String text) {
            int dot = text.indexOf('.');
            boolean is = isBetween(1, dot, MOST_DIGITS)
                    && isBetween(1, text.length() - dot - 1, LONGEST_KEY)
                    && all(text, 0, dot, Token::isDigit)
                    && all(text, dot + 1, text.length(), Token::isOfKey);
            return is
                    ? Optional.of(new Token(Long.parseLong(text, 0, dot, DECIMAL), text.substring(dot + 1)))
                    : Optional.empty();
        }

        private static boolean isBetween(int least, int number, int most) {
            return least <= number && number <= most;
        }

        private static boolean all(String text, int from, int to, IntPredicate fits) {
            for (int i = from; i < to; i++) {
                if (!fits.test(text.charAt(i))) {
                    return false;
                }
            }
            return true;
        }

        private static boolean isDigit(int c) {
            return '0' <= c && c <= '9';
        }

        private static boolean isOfKey(int c) {
            return isDigit(c) || ('A' <= c && c <= 'Z') || ('a' <= c && c <= 'z') || c == '-' || c == '_';
        }
    }

    /**
     * The key of a message's lock, made of what nobody is told. One secret does for all locks of a transaction: a key
     * is good for its message alone, and tells neither the secret nor another key.
     */
    public static String key(String secret, long position) {
        return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(Sha256.bytes(secret + position), KEY_BYTES));
    }

    /** The name of the lock on the wire; letters, digits, {@code .}, {@code -} and {@code _}. */
    public String token() {
        return position + "." + key;
    }
}
