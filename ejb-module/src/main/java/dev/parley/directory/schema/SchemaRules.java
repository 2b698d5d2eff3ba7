package dev.parley.directory.schema;

import static dev.parley.definition.Fields.pointer;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.message.Violation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The rules that a schema which somebody enters must keep to: JSON Schema 2020-12 in one piece, which says nothing that
 * could run without end.
 */
public final class SchemaRules {

    private static final int LARGEST = 64 * 1024;
    private static final int LARGEST_WEIGHT = 1000;
    private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";

    /** Keywords whose values are no schemas, whatever they look like. */
    private static final Set<String> DATA = Set.of("enum", "const", "default", "examples", "dependentRequired");

    /** Keywords whose values are objects of schemas. */
    private static final Set<String> NAMED =
            Set.of("properties", "patternProperties", "dependentSchemas", "$defs", "definitions");

    private static final Set<String> UNSUPPORTED =
            Set.of("$dynamicRef", "$dynamicAnchor", "$anchor", "$recursiveRef", "$recursiveAnchor", "$vocabulary");

    /** Keywords whose schemas apply to the same value. */
    private static final List<String> SAME_VALUE =
            List.of("allOf", "anyOf", "oneOf", "not", "if", "then", "else", "dependentSchemas");

    private final JsonNode root;
    private final String at;
    private final List<Violation> violations = new ArrayList<>();
    private final Map<String, JsonNode> schemas = new LinkedHashMap<>();
    private final Map<String, String> references = new LinkedHashMap<>();
    private final Map<String, Integer> weights = new LinkedHashMap<>();

    private SchemaRules(JsonNode root, String at) {
        this.root = root;
        this.at = at;
    }

    /**
     * All that is wrong with it; empty if nothing is.
     *
     * @param at where the schema is
     */
    public static List<Violation> violations(JsonNode schema, String at) {
        if (!schema.isObject()) {
            return List.of(new Violation(at, "an object, a JSON Schema of draft 2020-12"));
        }
        if (schema.toString().getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            return List.of(new Violation(at, "a schema of at most " + LARGEST + " bytes"));
        }
        return new SchemaRules(schema, at).check();
    }

    private List<Violation> check() {
        if (root.has("$schema") && !root.path("$schema").asText().equals(DRAFT)) {
            refuse("/$schema", DRAFT + ", or nothing");
        }
        walk(root, "");
        references.forEach((from, to) -> {
            if (!schemas.containsKey(to)) {
                refuse(from + "/$ref", "the JSON Pointer of a schema in this schema, such as #/$defs/address");
            }
        });
        violations.addAll(RequestSchema.checkSchema(root, at));
        if (violations.isEmpty()) {
            weigh();
        }
        return violations.isEmpty() ? compile() : List.copyOf(violations);
    }

    private void refuse(String place, String expected) {
        violations.add(new Violation(at + place, expected));
    }

    private void walk(JsonNode schema, String place) {
        schemas.put(place, schema);
        schema.properties().forEach(member -> member(member.getKey(), member.getValue(), place));
    }

    private void member(String keyword, JsonNode value, String place) {
        String there = pointer(place, keyword);
        if (keyword.equals("$ref")) {
            reference(value, place);
        } else if (UNSUPPORTED.contains(keyword) || (keyword.equals("$id") && !place.isEmpty())) {
            refuse(there, "nothing: " + keyword + " is not supported here; use $ref with a JSON Pointer");
        } else if (keyword.equals("pattern")) {
            pattern(value.asText(), there);
        } else if (NAMED.contains(keyword)) {
            value.properties().forEach(named -> {
                if (keyword.equals("patternProperties")) {
                    pattern(named.getKey(), there);
                }
                walk(named.getValue(), pointer(there, named.getKey()));
            });
        } else if (value.isArray() && !DATA.contains(keyword)) {
            for (int i = 0; i < value.size(); i++) {
                walk(value.get(i), there + "/" + i);
            }
        } else if (!DATA.contains(keyword)) {
            walk(value, there);
        }
    }

    private void reference(JsonNode value, String place) {
        String text = value.asText();
        if (text.equals("#") || (text.startsWith("#/") && !text.contains("%"))) {
            references.put(place, text.substring(1));
        } else {
            refuse(place + "/$ref", "# and a JSON Pointer into this schema; nothing is fetched from elsewhere");
        }
    }

    private void pattern(String regex, String place) {
        try {
            Pattern.compile(regex);
        } catch (PatternSyntaxException | StackOverflowError e) {
            refuse(place, "a regular expression");
        }
    }

    /** A schema that applies itself to the same value would never end, and one that fans out would not soon. */
    private void weigh() {
        for (String place : schemas.keySet()) {
            if (weight(place) > LARGEST_WEIGHT) {
                refuse(
                        place,
                        "a schema that does not apply itself, nor more than " + LARGEST_WEIGHT
                                + " others, to the same value");
                return;
            }
        }
    }

    private int weight(String place) {
        Integer known = weights.putIfAbsent(place, LARGEST_WEIGHT + 1); // what a circle comes back to
        if (known != null) {
            return known;
        }
        int weight = 1;
        for (String next : appliedToTheSame(place)) {
            weight = Math.min(LARGEST_WEIGHT + 1, weight + weight(next));
        }
        weights.put(place, weight);
        return weight;
    }

    private List<String> appliedToTheSame(String place) {
        List<String> next = new ArrayList<>();
        if (references.containsKey(place)) {
            next.add(references.get(place));
        }
        JsonNode schema = root.at(JsonPointer.compile(place));
        for (String keyword : SAME_VALUE) {
            String there = pointer(place, keyword);
            JsonNode value = schema.path(keyword);
            if (value.isArray()) {
                for (int i = 0; i < value.size(); i++) {
                    next.add(there + "/" + i);
                }
            } else if (NAMED.contains(keyword)) {
                value.fieldNames().forEachRemaining(name -> next.add(pointer(there, name)));
            } else if (!value.isMissingNode()) {
                next.add(there);
            }
        }
        return next;
    }

    private List<Violation> compile() {
        try {
            EnteredSchema unused = new EnteredSchema(root);
            return List.of();
        } catch (RuntimeException e) {
            return List.of(new Violation(at, "a schema that can be compiled: " + e.getMessage()));
        }
    }
}
