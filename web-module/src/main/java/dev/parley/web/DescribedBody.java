package dev.parley.web;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.lang.reflect.RecordComponent;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The description of a body as JSON Schema, by what the documentation of the interface says of its record. */
public final class DescribedBody {

    private DescribedBody() {}

    /** The schema of a body. */
    public static JsonObject schema(Class<? extends Record> body) {
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
