package dev.parley.web;

import jakarta.json.JsonObject;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The answers that show what somebody defined, with their headers. */
public final class DefinedAnswer {

    private DefinedAnswer() {}

    /**
     * 200 with what was defined, as this caller sees it.
     *
     * @param version of the definition; null if there is none
     */
    public static Response shown(JsonObject json, @Nullable Long version) {
        Response.ResponseBuilder answer = JsonAnswer.with(json).header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
        return version == null
                ? answer.build()
                : answer.tag(new EntityTag(version.toString())).build();
    }

    /** 201 with where it is if it was not there before, and otherwise 200. */
    public static Response written(Response shown, boolean created, URI location) {
        return created
                ? Response.fromResponse(shown)
                        .status(Response.Status.CREATED)
                        .location(location)
                        .build()
                : shown;
    }
}
