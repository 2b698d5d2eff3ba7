package dev.parley.web.relay;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.util.regex.Pattern;

/**
 * The filter that sends receptions that wait to a resource method that suspends them. Whether a method suspends is said
 * by its signature, and costs those that do not wait much of their time; Jakarta REST cannot choose between two methods
 * by a parameter of the query.
 */
@Provider
@PreMatching
public class ReceptionFilter implements ContainerRequestFilter {

    /** Below a reception, and for nobody outside. */
    static final String PATH = "waiting";

    private static final Pattern RECEPTION = Pattern.compile("/?mailboxes/[^/]+/receive(;[^/]*)?/?");
    private static final Pattern WAITING = Pattern.compile("/?mailboxes/[^/]+/receive/" + PATH + "/?");

    @Override
    public void filter(ContainerRequestContext request) {
        UriInfo uris = request.getUriInfo();
        String path = uris.getPath();
        if (WAITING.matcher(path).matches()) {
            throw new NotFoundException();
        }
        if (request.getMethod().equals("POST")
                && RECEPTION.matcher(path).matches()
                && ReceptionParameters.waits(uris.getQueryParameters().getFirst("wait"))) {
            request.setRequestUri(
                    UriBuilder.fromUri(uris.getRequestUri()).path(PATH).build());
        }
    }
}
