package dev.parley.topic.webhook;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A rule of which receivers may be called: {@code hooks.example.org}, {@code *.example.org} for all names that end so,
 * {@code *} for all; with a port, if it is not the usual one, or {@code :*} for any; and over HTTP without TLS only
 * with {@code http://} before it.
 *
 * @param isSecure true if it is for {@code https:}, false if it is for {@code http:}
 * @param name a name, {@code *} before the end of one, or {@code *}
 * @param port the port; {@link #ANY_PORT} for any
 */
public record HostRule(boolean isSecure, String name, int port) {

    /** What is expected of one, for people. */
    public static final String EXPECTED =
            "names of hosts such as hooks.example.org, *.example.org:8443 or http://inner.example.org:8080";

    /** Stands for any port. */
    static final int ANY_PORT = 0;

    private static final String ANY = "*";
    private static final Pattern WRITTEN = Pattern.compile(
            "(?:(https?)://)?(\\*|\\*\\.[a-z0-9.-]+|[a-z0-9.-]+|\\[[0-9a-f:.]+])(?::([0-9]{1,5}|\\*))?");

    /** The rule that a text is. */
    public static Optional<HostRule> parse(String text) {
        Matcher written = WRITTEN.matcher(text.toLowerCase(Locale.ROOT));
        if (!written.matches()) {
            return Optional.empty();
        }
        boolean isSecure = !"http".equals(written.group(1));
        String name = WebhookUrl.unbracketed(written.group(2));
        return isHost(name)
                ? port(written.group(3), isSecure).map(port -> new HostRule(isSecure, name, port))
                : Optional.empty();
    }

    private static Optional<Integer> port(@Nullable String text, boolean isSecure) {
        if (text == null) {
            return Optional.of(isSecure ? 443 : 80);
        }
        return text.equals(ANY)
                ? Optional.of(ANY_PORT)
                : Optional.of(Integer.valueOf(text)).filter(port -> port >= 1 && port <= 65_535);
    }

    private static boolean isHost(String name) {
        return name.equals(ANY)
                || WebhookUrl.isName(name.startsWith("*.") ? name.substring(2) : name)
                || IpLiteral.parse(name).isPresent();
    }

    /** True if that receiver may be called. */
    boolean allows(WebhookUrl url) {
        return url.isSecure() == isSecure && (port == ANY_PORT || url.port() == port) && matches(url.host());
    }

    private boolean matches(String host) {
        return name.equals(ANY) || (name.startsWith("*.") ? host.endsWith(name.substring(1)) : host.equals(name));
    }
}
