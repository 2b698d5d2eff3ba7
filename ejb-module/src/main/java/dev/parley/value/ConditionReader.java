package dev.parley.value;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.definition.Fields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads conditions, and says of what is none what was expected. */
public final class ConditionReader {

    private static final Condition NEVER = new Condition.Any(List.of());
    private static final List<String> COMPARISONS =
            Arrays.stream(Comparison.values()).map(Comparison::member).toList();
    private static final List<String> KNOWN =
            Stream.concat(Stream.of(ValueReader.POINTER), COMPARISONS.stream()).toList();
    private static final String WANTED =
            "a condition such as {\"$\": \"/request/total\", \"more\": 1000}, or all, any or not of conditions";

    private final Findings findings;
    private final ValueReader values;

    public ConditionReader(Findings findings) {
        this.findings = findings;
        this.values = new ValueReader(findings);
    }

    /** The condition that the JSON is; it stands at that place. */
    public Condition read(JsonNode json, String at) {
        if (json.has(ValueReader.POINTER)) {
            return compare(json, at);
        }
        if (json.size() == 1 && json.has("not")) {
            return new Condition.Not(read(json.get("not"), at + "/not"));
        }
        if (json.size() == 1 && json.path("all").isArray()) {
            return new Condition.All(list(json.get("all"), at + "/all"));
        }
        if (json.size() == 1 && json.path("any").isArray()) {
            return new Condition.Any(list(json.get("any"), at + "/any"));
        }
        findings.refuse(at, WANTED);
        return NEVER;
    }

    private List<Condition> list(JsonNode json, String at) {
        List<Condition> conditions = new ArrayList<>();
        for (int i = 0; i < json.size(); i++) {
            conditions.add(read(json.get(i), at + "/" + i));
        }
        if (conditions.isEmpty()) {
            findings.refuse(at, "at least one condition");
        }
        return conditions;
    }

    private Condition compare(JsonNode json, String at) {
        findings.onlyThese(json, at, KNOWN, Set.of());
        List<Condition.Test> tests = Arrays.stream(Comparison.values())
                .filter(c -> json.has(c.member()))
                .map(c -> test(c, json.get(c.member()), Fields.pointer(at, c.member())))
                .toList();
        if (tests.isEmpty()) {
            findings.refuse(at, "one of " + String.join(", ", COMPARISONS) + " beside \"$\"");
        }
        JsonPointer pointer = values.pointer(json.get(ValueReader.POINTER), at);
        return pointer == null
                ? NEVER
                : new Condition.Compare(new Reference(pointer, Fields.pointer(at, ValueReader.POINTER), true), tests);
    }

    private Condition.Test test(Comparison comparison, JsonNode operand, String at) {
        if (comparison == Comparison.PRESENT && !operand.isBoolean()) {
            findings.refuse(at, "true or false");
        }
        Value value = values.read(operand, at);
        if (comparison == Comparison.IN && value instanceof Value.Literal && !operand.isArray()) {
            findings.refuse(at, "an array of values");
        }
        return new Condition.Test(comparison, value);
    }
}
