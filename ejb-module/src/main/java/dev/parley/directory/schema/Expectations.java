package dev.parley.directory.schema;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;
import dev.parley.message.Violation;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Says in plain words what a schema expected where a body differs from it. */
final class Expectations {

    private final JsonNode root;

    Expectations(JsonNode root) {
        this.root = root;
    }

    Violation violation(ValidationMessage message) {
        String field = message.getInstanceLocation().toString();
        JsonNode keyword = message.getSchemaNode();
        JsonNode schema = parent(message);
        return switch (message.getType()) {
            case "required" -> missing(field, schema, message.getProperty());
            case "type", "enum", "const", "format" -> new Violation(field, describe(schema));
            case "minimum" -> new Violation(field, "must be greater than or equal to " + keyword.asText());
            case "exclusiveMinimum" -> new Violation(field, "must be greater than " + keyword.asText());
            case "maximum" -> new Violation(field, "must be less than or equal to " + keyword.asText());
            case "exclusiveMaximum" -> new Violation(field, "must be less than " + keyword.asText());
            case "minLength" -> new Violation(field, "must have at least " + count(keyword, "character"));
            case "maxLength" -> new Violation(field, "must have at most " + count(keyword, "character"));
            case "minItems" -> new Violation(field, "must have at least " + count(keyword, "item"));
            case "maxItems" -> new Violation(field, "must have at most " + count(keyword, "item"));
            default -> new Violation(field, message.getError());
        };
    }

    private Violation missing(String field, JsonNode schema, String property) {
        String pointer = field + JsonPointer.empty().appendProperty(property);
        return new Violation(pointer, describe(schema.path("properties").path(property)) + ", which is required");
    }

    /** The schema that the violated keyword belongs to. */
    private JsonNode parent(ValidationMessage message) {
        String keyword = String.valueOf(message.getSchemaLocation().getFragment());
        JsonPointer head = JsonPointer.compile(keyword).head();
        return head == null ? root : root.at(head);
    }

    /** The description of what a value must be. */
    String describe(JsonNode schema) {
        if (schema.has("$ref")) {
            return describe(root.at(schema.get("$ref").asText().substring(1)));
        }
        if (schema.has("enum")) {
            return "one of "
                    + StreamSupport.stream(schema.get("enum").spliterator(), false)
                            .map(JsonNode::asText)
                            .collect(Collectors.joining(", "));
        }
        Optional<ValueFormat> format =
                ValueFormat.labelled(schema.path("format").asText());
        return format.map(ValueFormat::expected).orElseGet(() -> type(schema));
    }

    private static String type(JsonNode schema) {
        return switch (schema.path("type").asText()) {
            case "string" -> "a text";
            case "integer" -> "an integer";
            case "number" -> "a number";
            case "boolean" -> "true or false";
            case "object" -> "an object";
            case "array" -> "an array";
            default -> "a value";
        };
    }

    private static String count(JsonNode keyword, String what) {
        return keyword.asInt() == 1 ? "1 " + what : keyword.asText() + " " + what + "s";
    }
}
