package dev.parley.web.directory;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/** The place of a JSON Schema within another document: what refers to a part of itself refers to it there. */
final class SchemaPlace {

    private static final String REFERENCE = "$ref";

    private SchemaPlace() {}

    /** The schema as it stands at a place in a document, which is a JSON Pointer that begins with {@code #}. */
    static JsonValue moved(JsonValue schema, String place) {
        if (schema instanceof JsonObject object) {
            return moved(object, place);
        }
        if (schema.getValueType() == JsonValue.ValueType.ARRAY) {
            JsonArrayBuilder array = Json.createArrayBuilder();
            schema.asJsonArray().forEach(each -> array.add(moved(each, place)));
            return array.build();
        }
        return schema;
    }

    private static JsonObject moved(JsonObject schema, String place) {
        JsonObjectBuilder moved = Json.createObjectBuilder();
        schema.forEach((name, value) -> {
            if (name.equals(REFERENCE)
                    && value instanceof JsonString to
                    && to.getString().startsWith("#")) {
                moved.add(name, place + to.getString().substring(1));
            } else if (!name.equals("$schema")) {
                moved.add(name, moved(value, place));
            }
        });
        return moved.build();
    }
}
