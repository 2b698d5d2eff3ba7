package dev.parley.web;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.List;
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

    /** The schema of what is said with an action, by what the documentation of the interface says of its record. */
    public static JsonObject schemaOf(Class<? extends Record> body) {
        JsonObjectBuilder members = Json.createObjectBuilder();
        JsonArrayBuilder needed = Json.createArrayBuilder();
        for (RecordComponent member : body.getRecordComponents()) {
            Schema described = member.getAccessor().getAnnotation(Schema.class);
            members.add(member.getName(), member(member.getType(), described));
            if (described != null && described.required()) {
                needed.add(member.getName());
            }
        }
        return Json.createObjectBuilder()
                .add("type", "object")
                .add("properties", members)
                .add("required", needed)
                .build();
    }

    private static JsonObjectBuilder member(Class<?> type, @Nullable Schema described) {
        JsonObjectBuilder member = Json.createObjectBuilder();
        if (type == String.class) {
            member.add("type", "string");
        } else if (type == List.class) {
            member.add("type", "array");
        }
        if (described != null && !described.description().isEmpty()) {
            member.add("description", described.description());
        }
        return member;
    }
}
