package dev.parley.directory.schema;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomPropertyDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigPart;
import com.github.victools.jsonschema.generator.SchemaVersion;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.bind.annotation.JsonbDateFormat;
import jakarta.json.bind.annotation.JsonbNumberFormat;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbTransient;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import jakarta.json.bind.annotation.JsonbTypeDeserializer;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the JSON Schema (2020-12) of a request: what JSON-B can read into the record, and what the constraints of Bean
 * Validation on its components say, as far as a schema can say it. What only JSON-B knows (adapters, formats, classes
 * that are no records) is left open.
 */
final class RecordSchemas {

    private static final List<Class<? extends Annotation>> READ_BY_JSONB_ALONE = List.of(
            JsonbTypeAdapter.class, JsonbTypeDeserializer.class, JsonbDateFormat.class, JsonbNumberFormat.class);
    private static final Set<Class<?>> NUMBERS = Set.of(
            float.class, Float.class, double.class, Double.class, BigDecimal.class, Number.class, OptionalDouble.class);

    private RecordSchemas() {}

    /** The schema of a record or of {@link JsonObject}. */
    static ObjectNode schemaOf(Type type) {
        SchemaGeneratorConfigBuilder config = new SchemaGeneratorConfigBuilder(
                        SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(Option.FLATTENED_OPTIONALS, Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES);
        config.with(new SchemaConstraints());
        config.forTypesInGeneral().withCustomDefinitionProvider((resolved, context) -> definition(resolved));
        configure(config.forFields());
        return new SchemaGenerator(config.build()).generateSchema(type);
    }

    private static void configure(SchemaGeneratorConfigPart<FieldScope> fields) {
        fields.withIgnoreCheck(field -> field.getAnnotation(JsonbTransient.class) != null);
        fields.withPropertyNameOverrideResolver(RecordSchemas::renamed);
        fields.withCustomDefinitionProvider((field, context) ->
                isReadByJsonbAlone(field) ? new CustomPropertyDefinition(JsonNodeFactory.instance.objectNode()) : null);
        fields.withRequiredCheck(field -> field.getType().isPrimitive());
    }

    private static @Nullable String renamed(FieldScope field) {
        JsonbProperty property = field.getAnnotation(JsonbProperty.class);
        return property == null || property.value().isEmpty() ? null : property.value();
    }

    private static boolean isReadByJsonbAlone(FieldScope field) {
        return !field.isFakeContainerItemScope()
                && READ_BY_JSONB_ALONE.stream().anyMatch(type -> field.getAnnotation(type) != null);
    }

    /** Null leaves the type to the generator: records, lists, maps, arrays and optionals. */
    private static @Nullable CustomDefinition definition(ResolvedType type) {
        Class<?> erased = type.getErasedType();
        boolean composed = erased.isArray()
                || Collection.class.isAssignableFrom(erased)
                || (Map.class.isAssignableFrom(erased) && erased != JsonObject.class)
                || erased == Optional.class;
        if ((composed && erased != JsonArray.class) || (erased.isRecord() && !isReadByJsonbAlone(erased))) {
            return null;
        }
        return new CustomDefinition(
                leaf(erased), CustomDefinition.INLINE_DEFINITION, CustomDefinition.INCLUDING_ATTRIBUTES);
    }

    private static boolean isReadByJsonbAlone(Class<?> type) {
        return READ_BY_JSONB_ALONE.stream().anyMatch(type::isAnnotationPresent);
    }

    private static ObjectNode leaf(Class<?> type) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        Optional<ValueFormat> format = ValueFormat.of(type);
        if (format.isPresent()) {
            return schema.put("type", format.get().jsonType())
                    .put("format", format.get().label());
        }
        if (type.isEnum()) {
            schema.put("type", "string");
            Arrays.stream(type.getEnumConstants())
                    .forEach(c -> schema.withArray("enum").add(((Enum<?>) c).name()));
            return schema;
        }
        String jsonType = jsonType(type);
        return jsonType == null ? schema : schema.put("type", jsonType);
    }

    private static @Nullable String jsonType(Class<?> type) {
        if (type == String.class || type == CharSequence.class) {
            return "string";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "boolean";
        }
        if (NUMBERS.contains(type)) {
            return "number";
        }
        if (type == JsonObject.class) {
            return "object";
        }
        return type == JsonArray.class ? "array" : null;
    }
}
