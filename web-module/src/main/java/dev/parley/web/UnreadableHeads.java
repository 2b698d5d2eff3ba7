package dev.parley.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Refuses requests whose head Jakarta REST cannot read: it answers them in the same way, with 400, but it writes where
 * it failed into the log, once for each, and that is nobody's business here.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class UnreadableHeads implements Filter {

    /** The commas between the types of a header field, not those within quotes. */
    private static final Pattern COMMAS = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

    private static final int HEX = 16;
    private static final int LONGEST_LIST = 1000;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest http
                && response instanceof HttpServletResponse answer
                && !isReadable(http)) {
            answer.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isReadable(HttpServletRequest request) {
        return isText(request.getRequestURI())
                && isText(request.getQueryString())
                && isType(request.getHeader(HttpHeaders.CONTENT_TYPE))
                && Collections.list(request.getHeaders(HttpHeaders.ACCEPT)).stream()
                        .allMatch(UnreadableHeads::areTypes);
    }

    /** True if what is escaped is escaped as it has to be, and is text. */
    static boolean isText(@Nullable String escaped) {
        if (escaped == null || escaped.indexOf('%') < 0) {
            return true;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < escaped.length(); i++) {
            char next = escaped.charAt(i);
            if (next != '%') {
                bytes.writeBytes(String.valueOf(next).getBytes(StandardCharsets.UTF_8));
                continue;
            }
            int octet = octet(escaped, i + 1);
            if (octet < 0) {
                return false;
            }
            bytes.write(octet);
            i += 2;
        }
        return isUtf8(bytes.toByteArray());
    }

    /** The number of two hexadecimal digits; negative if they are not there. */
    private static int octet(String text, int at) {
        if (at + 2 > text.length()) {
            return -1;
        }
        int high = Character.digit(text.charAt(at), HEX);
        int low = Character.digit(text.charAt(at + 1), HEX);
        return high < 0 || low < 0 ? -1 : high * HEX + low;
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** True if a list of types can be read; one that is longer than anybody's is not looked at. */
    static boolean areTypes(String list) {
        if (list.length() > LONGEST_LIST) {
            return false;
        }
        for (String type : COMMAS.split(list, -1)) {
            if (!type.isBlank() && !isType(type.strip())) {
                return false;
            }
        }
        return true;
    }

    static boolean isType(@Nullable String type) {
        try {
            return type == null || MediaType.valueOf(type) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
