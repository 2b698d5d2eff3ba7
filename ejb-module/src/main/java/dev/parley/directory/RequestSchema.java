package dev.parley.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Format;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.ValidationContext;
import dev.parley.conversation.Violation;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Set;

/** The compiled JSON Schema of a request. Safe to be used by any number of threads. */
final class RequestSchema {

    /** More than these tell nobody anything, and a hostile body could have millions. */
    private static final int MAX_VIOLATIONS = 100;

    private static final JsonSchemaFactory FACTORY = factory();
    private static final SchemaValidatorsConfig CONFIG = SchemaValidatorsConfig.builder()
            .pathType(PathType.JSON_POINTER)
            .formatAssertionsEnabled(true)
            .build();

    private final JsonNode json;
    private final JsonSchema compiled;
    private final Expectations expectations;

    private RequestSchema(ObjectNode json) {
        this.json = json;
        this.compiled = FACTORY.getSchema(json, CONFIG);
        this.compiled.initializeValidators();
        this.expectations = new Expectations(json);
    }

    static RequestSchema of(Type type) {
        return new RequestSchema(RecordSchemas.schemaOf(type));
    }

    /** The schema itself. */
    JsonNode json() {
        return json;
    }

    /** Where the body differs from it; empty if nowhere. */
    List<Violation> check(JsonNode body) {
        Set<com.networknt.schema.ValidationMessage> messages = compiled.validate(body);
        if (messages.isEmpty()) {
            return List.of();
        }
        return messages.stream()
                .map(expectations::violation)
                .distinct()
                .limit(MAX_VIOLATIONS)
                .toList();
    }

    private static JsonSchemaFactory factory() {
        JsonMetaSchema draft = JsonMetaSchema.getV202012();
        List<CheckedFormat> formats =
                ValueFormat.ALL.stream().map(CheckedFormat::new).toList();
        JsonMetaSchema ours =
                JsonMetaSchema.builder(draft.getIri(), draft).formats(formats).build();
        return JsonSchemaFactory.builder()
                .defaultMetaSchemaIri(ours.getIri())
                .metaSchema(ours)
                .build();
    }

    private record CheckedFormat(ValueFormat format) implements Format {

        @Override
        public String getName() {
            return format.label();
        }

        @Override
        public boolean matches(ExecutionContext execution, ValidationContext validation, JsonNode value) {
            return format.matches(value);
        }
    }
}
