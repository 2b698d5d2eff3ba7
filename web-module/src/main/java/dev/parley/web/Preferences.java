package dev.parley.web;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The preferences of a client. Preferences that are unknown or malformed are as if they were not there; of several with
 * the same name the first counts.
 *
 * @param delay how long the answer may be delayed; zero if it may not
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7240">RFC 7240, Prefer Header for HTTP</a>
 */
public record Preferences(Duration delay) {

    /** No answer is delayed longer. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,18}");

    /** Reads the lines of the header; null if there are none. */
    public static Preferences of(@Nullable List<String> lines) {
        return HeaderList.elements(lines).stream()
                .map(preference -> HeaderList.split(preference, ';'))
                .filter(parts -> !parts.isEmpty())
                .map(parts -> parts.get(0))
                .filter(preference -> name(preference).equalsIgnoreCase("wait"))
                .findFirst()
                .map(preference -> new Preferences(seconds(value(preference))))
                .orElseGet(() -> new Preferences(Duration.ZERO));
    }

    /** True if the answer may be delayed. */
    public boolean waits() {
        return !delay.isZero();
    }

    /** The preference that was applied, as the answer says it. */
    public String applied() {
        return "wait=" + delay.toSeconds();
    }

    private static String name(String preference) {
        int equals = preference.indexOf('=');
        return (equals < 0 ? preference : preference.substring(0, equals)).strip();
    }

    private static String value(String preference) {
        int equals = preference.indexOf('=');
        String word = equals < 0 ? "" : preference.substring(equals + 1).strip();
        boolean quoted = word.length() > 1 && word.startsWith("\"") && word.endsWith("\"");
        return quoted ? word.substring(1, word.length() - 1) : word;
    }

    private static Duration seconds(String value) {
        if (!SECONDS.matcher(value).matches()) {
            return Duration.ZERO;
        }
        return Duration.ofSeconds(Math.min(Long.parseLong(value), LONGEST_WAIT.toSeconds()));
    }
}
