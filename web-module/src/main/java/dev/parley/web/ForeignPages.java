package dev.parley.web;

import dev.parley.message.Refusal;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what a page of another origin has a browser send with the credentials that it keeps for Parley. Such a page
 * can send forms, and nothing that says it is JSON: for that a browser asks first, and Parley allows nobody. Clients
 * that are no browsers say nothing of an origin.
 */
@Provider
@PreMatching
public class ForeignPages implements ContainerRequestFilter {

    /** The header field by which a browser says from where a request comes. */
    public static final String FETCH_SITE = "Sec-Fetch-Site";
    /** The header field by which a browser says of which origin the page is. */
    public static final String ORIGIN = "Origin";

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    /** Pages of Parley's own origin, and a person who types an address. */
    private static final Set<String> OWN = Set.of("same-origin", "none");

    @Override
    public void filter(ContainerRequestContext request) {
        if (!READING.contains(request.getMethod()) && !isJson(request) && !isOwn(request)) {
            throw new Refusal(HttpProblem.ORIGIN_REFUSED.because(
                    "What a page of another origin sends changes nothing here, unless it says"
                            + " Content-Type: application/json."));
        }
    }

    /** Read by hand: of a type that is none, whoever reads the body says so. */
    private static boolean isJson(ContainerRequestContext request) {
        String type = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
        return type != null && type.split(";", 2)[0].strip().equalsIgnoreCase(MediaType.APPLICATION_JSON);
    }

    private static boolean isOwn(ContainerRequestContext request) {
        String site = request.getHeaderString(FETCH_SITE);
        if (site != null) {
            return OWN.contains(site.strip().toLowerCase(Locale.ROOT));
        }
        String origin = request.getHeaderString(ORIGIN);
        return origin == null || isHost(origin, request.getHeaderString(HttpHeaders.HOST));
    }

    /** True if the origin is on the host that was asked; its scheme a proxy in between may have changed. */
    private static boolean isHost(String origin, @Nullable String host) {
        try {
            return host != null
                    && host.strip().equalsIgnoreCase(URI.create(origin.strip()).getRawAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
