package dev.parley.topic.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The URL of a receiver: absolute, without a user and without a fragment.
 *
 * @param isSecure true for {@code https:}, false for {@code http:}
 * @param host the name in lower case, or an IP address without brackets
 * @param port the port, also where it is not said
 * @param target the path and the query, as they are sent
 */
public record WebhookUrl(boolean isSecure, String host, int port, String target) {

    /** What is expected of one, for people. */
    public static final String EXPECTED = "an absolute URL of at most 1000 characters, without a user and a fragment,"
            + " such as https://hooks.example.org/events";

    private static final int LONGEST = 1000;
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;
    private static final Pattern WRITTEN = Pattern.compile("(?i)https?://[!-~]+");
    private static final Pattern NAME =
            Pattern.compile("(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");

    /** The URL that a text is. */
    public static Optional<WebhookUrl> parse(String text) {
        if (text.length() > LONGEST || !WRITTEN.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return of(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** A name whose last part is a number is none: the platform would take some of them for addresses. */
    private static Optional<WebhookUrl> of(URI uri) {
        String host = uri.getHost();
        if (host == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null || uri.getPort() == 0) {
            return Optional.empty();
        }
        String name = unbracketed(host.toLowerCase(Locale.ROOT));
        boolean isKnown = isName(name) || IpLiteral.parse(name).isPresent();
        return isKnown && uri.getPort() <= 65_535 ? Optional.of(of(uri, name)) : Optional.empty();
    }

    private static WebhookUrl of(URI uri, String host) {
        boolean isSecure = uri.getScheme().equalsIgnoreCase("https");
        int port = uri.getPort() > 0 ? uri.getPort() : isSecure ? HTTPS_PORT : HTTP_PORT;
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return new WebhookUrl(isSecure, host, port, uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
    }

    static String unbracketed(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    static boolean isName(String host) {
        return NAME.matcher(host).matches() && !host.matches("(.*\\.)?(0x[0-9a-f]*|[0-9]+)");
    }

    /** The address that the host is, if it is no name. */
    public Optional<InetAddress> address() {
        return IpLiteral.parse(host);
    }

    /** The scheme. */
    public String scheme() {
        return isSecure ? "https" : "http";
    }

    /** The URL as it is called. */
    @Override
    public String toString() {
        String name = host.indexOf(':') < 0 ? host : "[" + host + "]";
        int usual = isSecure ? HTTPS_PORT : HTTP_PORT;
        return scheme() + "://" + name + (port == usual ? "" : ":" + port) + target;
    }
}
