package dev.parley.web;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/** The link of a page to the next one. */
public final class NextLink {

    private NextLink() {}

    /**
     * Adds it.
     *
     * @param cursor of the next page; null if there is none
     */
    public static Response.ResponseBuilder add(Response.ResponseBuilder answer, @Nullable String cursor, UriInfo uris) {
        return cursor == null
                ? answer
                : answer.link(
                        uris.getRequestUriBuilder()
                                .replaceQueryParam("after", "{after}")
                                .build(cursor),
                        "next");
    }
}
