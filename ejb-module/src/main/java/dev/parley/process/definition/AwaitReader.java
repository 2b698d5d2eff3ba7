package dev.parley.process.definition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.directory.schema.SchemaRules;
import dev.parley.value.ConditionReader;
import dev.parley.value.Value;
import dev.parley.value.ValueReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads steps that await a message. */
final class AwaitReader {

    private static final Pattern FROM = Pattern.compile("(user|role):.{1,100}");
    private static final String FROM_WANTED = "user: and a name, or role: and a role, such as role:approver";
    private static final String KEY_WANTED = "an object such as {\"orderId\": {\"$\": \"/message/orderId\"}}";

    private AwaitReader() {}

    static Step read(Part step, Head head) {
        return new Step.Await(
                head,
                step.text("await", Part.NAME, "the name of a message: a letter, and letters, digits, '-' or '_'"),
                step.textOrNull("from", FROM, FROM_WANTED),
                new AwaitTerms(schema(step), key(step), step.flag("start"), collect(step)));
    }

    private static @Nullable JsonNode schema(Part step) {
        if (!step.has("schema")) {
            return null;
        }
        step.findings().refuseAll(SchemaRules.violations(step.get("schema"), step.pointer("schema")));
        return step.get("schema");
    }

    private static Map<String, Value> key(Part step) {
        Part key = step.part("key");
        if (!step.has("key")) {
            return Map.of();
        }
        if (!key.json().isObject() || key.json().isEmpty()) {
            step.refuse("key", KEY_WANTED);
            return Map.of();
        }
        ValueReader reader = new ValueReader(step.findings());
        Map<String, Value> values = new LinkedHashMap<>();
        key.json()
                .properties()
                .forEach(m -> values.put(m.getKey(), reader.read(m.getValue(), key.pointer(m.getKey()))));
        return values;
    }

    private static @Nullable Collect collect(Part step) {
        if (!step.has("collect")) {
            return null;
        }
        Part collect = step.part("collect");
        if (!collect.json().isObject() || collect.json().isEmpty()) {
            step.refuse("collect", "an object with until, atMost, or both");
            return null;
        }
        collect.only(List.of("until", "atMost"), List.of());
        return new Collect(
                collect.has("until")
                        ? new ConditionReader(step.findings()).read(collect.get("until"), collect.pointer("until"))
                        : null,
                collect.whole("atMost", Collect.MOST, 1, Collect.MOST));
    }
}
