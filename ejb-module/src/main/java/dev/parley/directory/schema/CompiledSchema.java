package dev.parley.directory.schema;

import com.fasterxml.jackson.databind.JsonNode;
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
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.resource.AllowSchemaLoader;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * A schema as the library checks bodies with it. The library compiles what a reference leads to for each way that a
 * body takes to it, and keeps that: a schema that refers to itself would grow with every body of another shape, so one
 * that has grown too far is compiled anew. Safe to be used by any number of threads.
 */
final class CompiledSchema {

    /** Keywords; some megabytes. */
    private static final int LARGEST_GROWTH = 20_000;

    /**
     * What is compiled before the first body comes; types that refer to each other in circles have more ways than
     * memory has room for.
     */
    private static final long BEFOREHAND = 100_000;

    private static final JsonSchemaFactory FACTORY = factory();
    private static final SchemaValidatorsConfig CONFIG = config().build();
    private static final SchemaValidatorsConfig ENTERED_CONFIG = config().locale(Locale.ENGLISH)
            .regularExpressionFactory(BoundedPattern::new)
            .build();

    private static final CompiledSchema OF_SCHEMAS =
            new CompiledSchema(() -> FACTORY.getSchema(SchemaLocation.of(SchemaId.V202012), ENTERED_CONFIG), true);

    private final Supplier<JsonSchema> source;
    private final boolean isTrusted;
    private final AtomicInteger growth = new AtomicInteger();
    private volatile JsonSchema schema;

    private CompiledSchema(Supplier<JsonSchema> source, boolean isTrusted) {
        this.source = source;
        this.isTrusted = isTrusted;
        this.schema = compile();
    }

    /** A schema of ours. */
    static CompiledSchema of(JsonNode json) {
        return new CompiledSchema(() -> FACTORY.getSchema(json, CONFIG), true);
    }

    /** A schema that somebody else wrote: what it costs is bounded. */
    static CompiledSchema entered(JsonNode json) {
        return new CompiledSchema(() -> FACTORY.getSchema(json, ENTERED_CONFIG), false);
    }

    /** The schema of schemas, JSON Schema 2020-12. */
    static CompiledSchema ofSchemas() {
        return OF_SCHEMAS;
    }

    private JsonSchema compile() {
        return Budget.of(BEFOREHAND).spentOn(() -> {
            JsonSchema compiled = source.get();
            try {
                compiled.initializeValidators();
            } catch (Budget.Exhausted e) {
                // The rest is compiled as bodies come to it
            }
            return compiled;
        });
    }

    /**
     * Where the body differs from it.
     *
     * @throws Budget.Exhausted if it costs more than it may
     */
    Set<ValidationMessage> check(JsonNode body) {
        Budget budget = isTrusted ? Budget.of(Long.MAX_VALUE) : Budget.of(body);
        JsonSchema used = schema;
        try {
            return budget.spentOn(() -> used.validate(body));
        } finally {
            if (budget.added() > 0 && growth.addAndGet(budget.added()) > LARGEST_GROWTH) {
                growth.set(0);
                schema = compile();
            }
        }
    }

    private static SchemaValidatorsConfig.Builder config() {
        return SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).formatAssertionsEnabled(true);
    }

    /** Whether it is within the library; nothing is ever fetched from elsewhere. */
    private static boolean isBuiltIn(AbsoluteIri iri) {
        return iri.toString().startsWith("classpath:draft/2020-12/");
    }

    private static JsonSchemaFactory factory() {
        JsonMetaSchema draft = JsonMetaSchema.getV202012();
        List<CheckedFormat> formats =
                ValueFormat.ALL.stream().map(CheckedFormat::new).toList();
        JsonMetaSchema ours = JsonMetaSchema.builder(draft.getIri(), draft)
                .formats(formats)
                .vocabularyFactory(CountedKeyword::vocabulary)
                .build();
        return JsonSchemaFactory.builder()
                .enableSchemaCache(false)
                .defaultMetaSchemaIri(ours.getIri())
                .metaSchema(ours)
                .schemaLoaders(loaders -> loaders.add(new AllowSchemaLoader(CompiledSchema::isBuiltIn)))
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
