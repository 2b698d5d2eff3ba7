package dev.parley.web;

import jakarta.json.JsonObject;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that may be done. */
@Schema(name = "Action")
public record ActionBody(
        @Schema(required = true) String name,
        @Schema(required = true) String method,
        @Schema(required = true, description = "Relative to the root of the API.") String href,
        @Schema(description = "Whether only force does it: to be said in the body, with a reason.") @Nullable
                Boolean force,
        @Schema(description = "To be named by If-Match.") @Nullable String etag,
        @Schema(description = "JSON Schema of what is said with it; where that is not nothing.") @Nullable
                Object schema,
        @Schema(description = "Absent for as long as it stands so.") @Nullable Instant until) {

    /** An action with which nothing is said. */
    public static ActionBody of(String name, String method, String href) {
        return new ActionBody(name, method, href, null, null, null, null);
    }

    /** An action with which something is said, or may be. */
    public static ActionBody of(String name, String method, String href, JsonObject schema) {
        return new ActionBody(name, method, href, null, null, schema, null);
    }
}
