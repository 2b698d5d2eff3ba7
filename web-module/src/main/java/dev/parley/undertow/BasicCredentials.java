package dev.parley.undertow;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import java.util.Base64;

/** Credentials of HTTP Basic. */
final class BasicCredentials {

    private static final String SCHEME = "basic";

    private BasicCredentials() {}

    /**
     * Takes credentials out of a request that cannot be read: it is a request without credentials then. The server's
     * own authentication fails at them, and with an internal error.
     */
    static void dropOdd(HttpServerExchange exchange) {
        HeaderValues lines = exchange.getRequestHeaders().get(Headers.AUTHORIZATION);
        if (lines != null && lines.stream().anyMatch(BasicCredentials::isOdd)) {
            exchange.getRequestHeaders().remove(Headers.AUTHORIZATION);
        }
    }

    private static boolean isOdd(String line) {
        int end = SCHEME.length();
        return line.regionMatches(true, 0, SCHEME, 0, end)
                && (line.length() == end || line.charAt(end) == ' ')
                && !isReadable(line.substring(end).strip());
    }

    private static boolean isReadable(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), ISO_8859_1);
            int colon = pair.indexOf(':');
            return encoded.length() % 4 == 0 && colon > 0 && colon < pair.length() - 1;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
