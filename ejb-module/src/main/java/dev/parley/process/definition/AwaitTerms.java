package dev.parley.process.definition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The terms on which a message is awaited.
 *
 * @param schema the schema of the message; null for any JSON
 * @param key by which attributes an instance is found that the message does not name, each with its value; empty for
 *     none
 * @param start whether the message begins an instance where its key finds none
 * @param collect how many of them are taken; null for one
 */
public record AwaitTerms(@Nullable JsonNode schema, Map<String, Value> key, boolean start, @Nullable Collect collect) {

    /** One message, of an instance that it names. */
    public static final AwaitTerms ONE = new AwaitTerms(null, Map.of(), false, null);

    public AwaitTerms {
        key = new LinkedHashMap<>(key);
    }
}
