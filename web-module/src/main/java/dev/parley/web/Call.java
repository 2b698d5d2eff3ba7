package dev.parley.web;

import dev.parley.message.Caller;
import dev.parley.message.Refusal;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;

/** The circumstances of a request: who calls, with which headers, and where. */
public class Call {

    @Context
    HttpHeaders headers;

    @Context
    SecurityContext security;

    @Context
    UriInfo uris;

    /**
     * The caller.
     *
     * @throws Refusal as {@link Callers#of}
     */
    public Caller caller() {
        return Callers.of(security);
    }

    /** The condition of the caller: what it expects to be there. */
    public WriteCondition condition() {
        return WriteCondition.of(headers);
    }

    /**
     * The JSON text that was sent.
     *
     * @throws Refusal as {@link BoundedText#json}
     */
    public String json(BoundedText bounds, InputStream body) {
        return bounds.json(headers, body);
    }

    /**
     * The JSON text that was sent; empty if none was.
     *
     * @throws Refusal as {@link BoundedText#optionalJson}
     */
    public String optionalJson(BoundedText bounds, InputStream body) {
        return bounds.optionalJson(headers, body);
    }

    /** The entity tag of what the caller has seen, as in If-Match; empty if it does not say. */
    public String seen() {
        String tag = headers.getHeaderString(HttpHeaders.IF_MATCH);
        return tag == null ? "" : tag.strip();
    }

    UriInfo uris() {
        return uris;
    }
}
