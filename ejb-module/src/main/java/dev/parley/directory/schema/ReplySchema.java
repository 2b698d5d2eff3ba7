package dev.parley.directory.schema;

import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** The JSON Schema of replies: it is shown, and nothing is checked against it. */
public final class ReplySchema {

    private ReplySchema() {}

    /** The schema of what is written of a type, JSON text; null if none can be made. */
    public static @Nullable String of(Type type) {
        try {
            return RecordSchemas.schemaOf(type).toString();
        } catch (RuntimeException e) {
            // JSON-B may write what the generator cannot describe
            return null;
        }
    }
}
