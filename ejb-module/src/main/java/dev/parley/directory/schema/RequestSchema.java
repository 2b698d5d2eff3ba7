package dev.parley.directory.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.ValidationMessage;
import dev.parley.message.Violation;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Set;

/** The JSON Schema of a request. Safe to be used by any number of threads. */
public final class RequestSchema {

    /** More than these tell nobody anything, and a hostile body could have millions. */
    private static final int MAX_VIOLATIONS = 100;

    private final JsonNode json;
    private final CompiledSchema compiled;
    private final Expectations expectations;

    private RequestSchema(ObjectNode json, CompiledSchema compiled) {
        this.json = json;
        this.compiled = compiled;
        this.expectations = new Expectations(json);
    }

    /** The schema of the requests that are read as a type: a record, or {@code JsonObject}. */
    public static RequestSchema of(Type type) {
        ObjectNode json = RecordSchemas.schemaOf(type);
        return new RequestSchema(json, CompiledSchema.of(json));
    }

    /** The schema that an operator has written, which must not cost more than it may. */
    static RequestSchema entered(ObjectNode json) {
        return new RequestSchema(json, CompiledSchema.entered(json));
    }

    /** The schema itself. */
    public JsonNode json() {
        return json;
    }

    /** Where a schema differs from what the draft lets it be, in the words of the library; empty if nowhere. */
    static List<Violation> checkSchema(JsonNode schema, String at) {
        return CompiledSchema.ofSchemas().check(schema).stream()
                .map(m -> new Violation(at + m.getInstanceLocation(), m.getError()))
                .distinct()
                .limit(MAX_VIOLATIONS)
                .toList();
    }

    /**
     * Where the body differs from it; empty if nowhere.
     *
     * @throws Budget.Exhausted if it is an operator's, and costs more than it may
     */
    List<Violation> check(JsonNode body) {
        Set<ValidationMessage> messages = compiled.check(body);
        if (messages.isEmpty()) {
            return List.of();
        }
        return messages.stream()
                .map(expectations::violation)
                .distinct()
                .limit(MAX_VIOLATIONS)
                .toList();
    }
}
