package dev.parley.web.console;

import dev.parley.web.IfNoneMatch;
import dev.parley.web.SecurityHeaders;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The header fields by which a browser lets the console do nothing but run its own files and call its own server,
 * whatever a participant has written into what it shows; and asks each time whether there are others.
 */
@WebFilter("/console/*")
public class ConsoleHeaders implements Filter {

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Referrer-Policy",
            "no-referrer",
            HttpHeaders.CACHE_CONTROL,
            "private, no-cache",
            SecurityHeaders.TYPE_OPTIONS,
            SecurityHeaders.NO_SNIFFING);

    private String tag = "";

    @Override
    public void init(FilterConfig config) {
        tag = ConsoleFiles.tag(config.getServletContext());
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        HEADERS.forEach(answer::setHeader);
        answer.setHeader(HttpHeaders.ETAG, tag);
        if (IfNoneMatch.of(Collections.list(asked.getHeaders(HttpHeaders.IF_NONE_MATCH)))
                .tags()
                .contains(tag)) {
            answer.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        } else {
            chain.doFilter(new Whole(asked), response);
        }
    }

    /** A request that names no time since when a file has to have changed: the time of a file says nothing. */
    private static final class Whole extends HttpServletRequestWrapper {

        Whole(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return name.equalsIgnoreCase(HttpHeaders.IF_MODIFIED_SINCE) ? null : super.getHeader(name);
        }
    }
}
