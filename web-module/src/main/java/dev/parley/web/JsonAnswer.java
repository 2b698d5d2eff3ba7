package dev.parley.web;

import jakarta.json.JsonObject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** 200 with JSON, to be asked for again by whoever wants it again. */
final class JsonAnswer {

    /** For the caller alone, and no cache may give it without asking. */
    static final String CACHING = "private, no-cache";

    private JsonAnswer() {}

    static Response of(JsonObject json) {
        return with(json).build();
    }

    static Response.ResponseBuilder with(JsonObject json) {
        return Response.ok(json.toString(), MediaType.APPLICATION_JSON_TYPE).header(HttpHeaders.CACHE_CONTROL, CACHING);
    }
}
