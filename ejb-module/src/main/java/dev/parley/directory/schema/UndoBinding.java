package dev.parley.directory.schema;

import dev.parley.Undo;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * Reads an {@link Undo} with the request and the reply that it is declared with: JSON-B does not see through the type
 * parameters of a record.
 */
final class UndoBinding {

    private UndoBinding() {}

    /** What is to be undone, as yet only JSON. */
    public record Unread(@Nullable JsonValue request, @Nullable JsonValue reply, @Nullable String outcome) {}

    static boolean isFor(Type type) {
        return type instanceof ParameterizedType parameterized && parameterized.getRawType() == Undo.class;
    }

    static Undo<?, ?> read(String body, Type type, Jsonb jsonb) {
        Unread undo = jsonb.fromJson(body, Unread.class);
        Type[] types = ((ParameterizedType) type).getActualTypeArguments();
        return new Undo<>(read(undo.request(), types[0], jsonb), read(undo.reply(), types[1], jsonb), undo.outcome());
    }

    /** What is nothing, and what has no form, is null. */
    private static @Nullable Object read(@Nullable JsonValue value, Type type, Jsonb jsonb) {
        if (value == null || value.getValueType() == JsonValue.ValueType.NULL || type == Void.class) {
            return null;
        }
        return jsonb.<Object>fromJson(value.toString(), type);
    }
}
