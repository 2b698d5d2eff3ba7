package dev.parley.directory.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.message.Violation;
import java.util.List;

/**
 * The compiled schema of an entry: nothing is fetched for it, and neither a pattern in it nor the whole runs without
 * end. Safe to be used by any number of threads.
 */
public final class EnteredSchema {

    private final RequestSchema schema;

    /** @param json a schema that {@link SchemaRules} let through */
    public EnteredSchema(JsonNode json) {
        ObjectNode local = json.deepCopy();
        local.remove(List.of("$id", "$schema"));
        this.schema = RequestSchema.entered(local);
    }

    /** The places where a body differs from the schema; empty if there is none. */
    public List<Violation> check(JsonNode body) {
        try {
            return schema.check(body);
        } catch (Budget.Exhausted e) {
            return List.of(new Violation("", e.wanted()));
        } catch (StackOverflowError e) {
            return List.of(new Violation("", "a value that is nested less deeply, and shorter texts"));
        }
    }
}
