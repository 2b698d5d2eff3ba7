package dev.parley.directory.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.AbsoluteIri;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Format;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.ValidationContext;
import com.networknt.schema.resource.AllowSchemaLoader;
import dev.parley.message.Violation;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The compiled JSON Schema of a request. Safe to be used by any number of threads. */
public final class RequestSchema {

    /** More than these tell nobody anything, and a hostile body could have millions. */
    private static final int MAX_VIOLATIONS = 100;

    private static final JsonSchemaFactory FACTORY = factory();
    private static final SchemaValidatorsConfig CONFIG = config().build();
    private static final SchemaValidatorsConfig ENTERED_CONFIG = config().locale(Locale.ENGLISH)
            .regularExpressionFactory(BoundedPattern::new)
            .build();

    private static final JsonSchema META_SCHEMA =
            FACTORY.getSchema(SchemaLocation.of(SchemaId.V202012), ENTERED_CONFIG);

    private final JsonNode json;
    private final JsonSchema compiled;
    private final Expectations expectations;

    private RequestSchema(ObjectNode json, SchemaValidatorsConfig config) {
        this.json = json;
        this.compiled = FACTORY.getSchema(json, config);
        this.compiled.initializeValidators();
        this.expectations = new Expectations(json);
    }

    public static RequestSchema of(Type type) {
        return new RequestSchema(RecordSchemas.schemaOf(type), CONFIG);
    }

    /** The schema that an operator has written, whose patterns are bounded. */
    static RequestSchema entered(ObjectNode json) {
        return new RequestSchema(json, ENTERED_CONFIG);
    }

    private static SchemaValidatorsConfig.Builder config() {
        return SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).formatAssertionsEnabled(true);
    }

    /** The schema itself. */
    JsonNode json() {
        return json;
    }

    /** Where a schema differs from what the draft lets it be, in the words of the library; empty if nowhere. */
    static List<Violation> checkSchema(JsonNode schema, String at) {
        return META_SCHEMA.validate(schema).stream()
                .map(m -> new Violation(at + m.getInstanceLocation(), m.getError()))
                .distinct()
                .limit(MAX_VIOLATIONS)
                .toList();
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

    /** Whether it is within the library; nothing is ever fetched from elsewhere. */
    private static boolean isBuiltIn(AbsoluteIri iri) {
        return iri.toString().startsWith("classpath:draft/2020-12/");
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
                .schemaLoaders(loaders -> loaders.add(new AllowSchemaLoader(RequestSchema::isBuiltIn)))
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
