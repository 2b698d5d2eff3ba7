package dev.parley.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.message.Unicode;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Base64;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The log of logins that were refused over HTTP: the server says nothing of them, and whose password is guessed is to
 * be seen. Thirty lines in a minute at most, whoever tries how often.
 */
final class RefusedLogins {

    private static final Logger LOG = System.getLogger(RefusedLogins.class.getName());

    private static final int MOST = 30;
    private static final long MINUTE = 60_000_000_000L;
    private static final int LONGEST_NAME = 64;
    private static final String SCHEME = "basic ";
    private static final Pattern ODD = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]");

    private final LongSupplier nanoTime;
    private long begun;
    private int count;

    RefusedLogins(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.begun = nanoTime.getAsLong();
    }

    /** Says so, if somebody has tried to log in. */
    void refused(HttpServletRequest request) {
        String name = name(request.getHeader("Authorization"));
        if (name != null) {
            String line = line(name, request.getRemoteAddr());
            if (line != null) {
                LOG.log(Level.WARNING, "{0}", line);
            }
        }
    }

    /** The line that is to be logged; null if there are enough. */
    synchronized @Nullable String line(String name, String address) {
        int unsaid = 0;
        if (nanoTime.getAsLong() - begun >= MINUTE) {
            unsaid = Math.max(0, count - MOST);
            begun = nanoTime.getAsLong();
            count = 0;
        }
        count++;
        if (count > MOST) {
            return null;
        }
        String before = unsaid == 0 ? "" : " (and " + unsaid + " times more before)";
        return "A login over HTTP was refused: " + name + ", from " + address + before;
    }

    /** The name in an {@code Authorization}, in one line; null if there is none. */
    static @Nullable String name(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return null;
        }
        try {
            byte[] pair = Base64.getDecoder()
                    .decode(authorization.substring(SCHEME.length()).strip());
            String text = ODD.matcher(new String(pair, UTF_8)).replaceAll(" ");
            int colon = text.indexOf(':');
            return Unicode.beginning(colon < 0 ? text : text.substring(0, colon), LONGEST_NAME);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
