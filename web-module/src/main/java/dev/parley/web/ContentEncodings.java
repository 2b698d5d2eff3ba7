package dev.parley.web;

import dev.parley.message.Refusal;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Refuses bodies that are encoded, such as compressed ones: a few bytes can be many. */
@Provider
@PreMatching
public class ContentEncodings implements ContainerRequestFilter {

    private static final String NONE = "identity";

    @Override
    public void filter(ContainerRequestContext request) {
        String encoding = request.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.isBlank() && !encoding.strip().equalsIgnoreCase(NONE)) {
            throw new Refusal(
                    HttpProblem.CONTENT_ENCODING_REFUSED.because("Send the body as it is, without Content-Encoding."));
        }
    }
}
