package dev.parley.web;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records as JSON: their components in their order, without those that are null; what is JSON already is put in as it
 * is. JSON-B would put them into an order of its own.
 */
public final class RecordJson {

    private RecordJson() {}

    /**
     * The JSON of a record.
     *
     * @throws IllegalStateException if the record, or one in it, is not public
     */
    public static JsonObject of(Record body) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        for (RecordComponent component : body.getClass().getRecordComponents()) {
            Object value = value(component, body);
            if (value != null) {
                json.add(component.getName(), json(value));
            }
        }
        return json.build();
    }

    private static @Nullable Object value(RecordComponent component, Record body) {
        try {
            return component.getAccessor().invoke(body);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A body is a public record", e);
        }
    }

    private static JsonValue json(Object value) {
        if (value instanceof Record body) {
            return of(body);
        }
        if (value instanceof JsonValue json) {
            return json;
        }
        if (value instanceof List<?> list) {
            JsonArrayBuilder array = Json.createArrayBuilder();
            list.forEach(each -> array.add(json(each)));
            return array.build();
        }
        if (value instanceof Boolean flag) {
            return flag ? JsonValue.TRUE : JsonValue.FALSE;
        }
        if (value instanceof Number number) {
            return Json.createValue(number);
        }
        return Json.createValue(value instanceof Instant time ? JsonValues.time(time) : (String) value);
    }
}
