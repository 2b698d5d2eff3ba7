package dev.parley.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/**
 * The header fields by which every answer says to browsers and caches that it is what it says it is, and is stored
 * nowhere unless said otherwise.
 */
@Provider
public class SecurityHeaders implements ContainerResponseFilter {

    /** The header field that says whether browsers may guess the type of an answer. */
    public static final String TYPE_OPTIONS = "X-Content-Type-Options";
    /** The value of {@link #TYPE_OPTIONS}: they may not. */
    public static final String NO_SNIFFING = "nosniff";
    /** The value of Cache-Control for answers that no cache may keep. */
    public static final String NOT_STORED = "no-store";

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle(TYPE_OPTIONS, NO_SNIFFING);
        if (!response.getHeaders().containsKey(HttpHeaders.CACHE_CONTROL)) {
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, NOT_STORED);
        }
    }
}
