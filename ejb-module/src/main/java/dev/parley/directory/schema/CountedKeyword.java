package dev.parley.directory.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonValidator;
import com.networknt.schema.Keyword;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.ValidationContext;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.Vocabularies;
import com.networknt.schema.Vocabulary;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A keyword that is paid for out of the {@link Budget} each time it is compiled or applied. */
record CountedKeyword(Keyword keyword) implements Keyword {

    /**
     * Those that the library wants to know by their class. Each costs the same whatever it says, and is paid for with
     * the schema around it.
     */
    private static final Set<String> KNOWN_BY_CLASS = Set.of("format", "type");

    /** The library compiles a schema anew for each way that leads to it, as bodies take it. */
    private static final int COMPILED = 5;

    /** A violation is kept until the whole body is checked. */
    private static final int VIOLATION = 100;

    /** A vocabulary of the library with keywords that are counted. */
    static Vocabulary vocabulary(String iri) {
        Keyword[] counted = Vocabularies.getVocabulary(iri).getKeywords().stream()
                .map(keyword -> KNOWN_BY_CLASS.contains(keyword.getValue()) ? keyword : new CountedKeyword(keyword))
                .toArray(Keyword[]::new);
        return new Vocabulary(iri, counted);
    }

    @Override
    public String getValue() {
        return keyword.getValue();
    }

    @Override
    public @Nullable JsonValidator newValidator(
            SchemaLocation schemaLocation,
            JsonNodePath evaluationPath,
            JsonNode schemaNode,
            JsonSchema parentSchema,
            ValidationContext context)
            throws Exception {
        Budget.current().add(COMPILED);
        JsonValidator validator =
                keyword.newValidator(schemaLocation, evaluationPath, schemaNode, parentSchema, context);
        return validator == null ? null : new Counted(validator, 1 + schemaNode.size());
    }

    private record Counted(JsonValidator validator, int cost) implements JsonValidator {

        @Override
        public Set<ValidationMessage> validate(
                ExecutionContext execution, JsonNode node, JsonNode root, JsonNodePath location) {
            Budget budget = Budget.current();
            budget.apply(cost);
            Set<ValidationMessage> violations = validator.validate(execution, node, root, location);
            if (!violations.isEmpty()) {
                budget.apply(VIOLATION * violations.size());
            }
            return violations;
        }

        @Override
        public void preloadJsonSchema() {
            validator.preloadJsonSchema();
        }

        @Override
        public SchemaLocation getSchemaLocation() {
            return validator.getSchemaLocation();
        }

        @Override
        public JsonNodePath getEvaluationPath() {
            return validator.getEvaluationPath();
        }

        @Override
        public String getKeyword() {
            return validator.getKeyword();
        }
    }
}
