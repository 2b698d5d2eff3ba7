package dev.parley.web;

import jakarta.json.JsonObject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The answers with JSON. */
public final class JsonAnswer {

    /** The caching of answers for the caller alone: no cache may give one without asking. */
    public static final String CACHING = "private, no-cache";

    private JsonAnswer() {}

    /** 200, to be asked for again by whoever wants it again. */
    public static Response of(JsonObject json) {
        return with(json).build();
    }

    /** 200, to be asked for again by whoever wants it again. */
    public static Response.ResponseBuilder with(JsonObject json) {
        return Response.ok(json.toString(), MediaType.APPLICATION_JSON_TYPE).header(HttpHeaders.CACHE_CONTROL, CACHING);
    }

    /** An answer that holds for this moment, as JSON text in UTF-8; no cache keeps it. */
    public static Response.ResponseBuilder unstored(Response.Status status, byte[] json) {
        return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(json);
    }

    /** 204: there is nothing to say but that it is so. */
    public static Response done() {
        return Response.noContent().build();
    }
}
