package dev.parley.undertow;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.parley.message.Caller;
import io.undertow.security.api.SecurityContext;
import io.undertow.security.idm.Account;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The caller whom the container has authenticated, and let pass, on a connection, with the credentials that were given.
 *
 * @param credentials the header field Authorization
 * @param account what the container made of it
 * @param caller the same for Parley
 * @param since when that was, by the clock of the Java process
 */
record KnownCaller(String credentials, Account account, Caller caller, long since) {

    /** The mechanism of authentication in which that header, and nothing else, says who it is. */
    static final String MECHANISM = "BASIC";

    private static final AttachmentKey<KnownCaller> KEY = AttachmentKey.create(KnownCaller.class);
    private static final String OPERATOR = "operator";

    /** Keeps who was just let pass, for the next requests on this connection. */
    static void keep(HttpServerExchange exchange, HttpServletRequest request) {
        String credentials = credentials(exchange);
        SecurityContext security = exchange.getSecurityContext();
        Account account = security == null ? null : security.getAuthenticatedAccount();
        if (credentials != null && account != null && MECHANISM.equals(security.getMechanismName())) {
            Caller caller = new Caller(account.getPrincipal().getName(), request.isUserInRole(OPERATOR));
            exchange.getConnection()
                    .putAttachment(KEY, new KnownCaller(credentials, account, caller, System.nanoTime()));
        }
    }

    /**
     * The caller who has sent the request, if the same credentials were good on this connection not longer ago than
     * that; null if they were not.
     */
    static @Nullable KnownCaller of(HttpServerExchange exchange, Duration longest) {
        KnownCaller known = exchange.getConnection().getAttachment(KEY);
        return known != null
                        && System.nanoTime() - known.since < longest.toNanos()
                        && known.isSaidIn(credentials(exchange))
                ? known
                : null;
    }

    /** Takes as long for those who are nearly right. */
    private boolean isSaidIn(@Nullable String text) {
        return text != null && MessageDigest.isEqual(credentials.getBytes(ISO_8859_1), text.getBytes(ISO_8859_1));
    }

    /** The caller's name, without the credentials. */
    @Override
    public String toString() {
        return "KnownCaller[" + caller.name() + "]";
    }

    private static @Nullable String credentials(HttpServerExchange exchange) {
        HeaderValues lines = exchange.getRequestHeaders().get(Headers.AUTHORIZATION);
        return lines == null || lines.size() != 1 ? null : lines.getFirst();
    }
}
