package dev.parley.value;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.parley.definition.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads values, and says of what is none what was expected. */
public final class ValueReader {

    /** The member that makes an object a pointer. */
    public static final String POINTER = "$";

    private static final String WANTED = "a JSON Pointer such as /request/item";

    private final Findings findings;

    public ValueReader(Findings findings) {
        this.findings = findings;
    }

    /** The value that the JSON is; it stands at that place. */
    public Value read(JsonNode json, String at) {
        if (json.isObject() && json.has(POINTER)) {
            return pointed(json, at);
        }
        if (json.isObject()) {
            return members(json, at);
        }
        return json.isArray() ? items(json, at) : new Value.Literal(json);
    }

    private Value pointed(JsonNode json, String at) {
        if (json.size() > 1) {
            findings.refuse(at, "nothing beside \"$\": an object with it is replaced by what is at the pointer");
        }
        JsonPointer pointer = pointer(json.get(POINTER), at);
        return pointer == null
                ? new Value.Literal(NullNode.instance)
                : new Value.Pointed(new Reference(pointer, Fields.pointer(at, POINTER), false));
    }

    /** The pointer that a text is; null, and refused, if it is none. */
    @Nullable
    JsonPointer pointer(JsonNode text, String at) {
        try {
            if (text.isTextual() && text.textValue().length() > 1) {
                return JsonPointer.compile(text.textValue());
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        findings.refuse(Fields.pointer(at, POINTER), WANTED);
        return null;
    }

    private Value members(JsonNode json, String at) {
        Map<String, Value> members = new LinkedHashMap<>();
        json.properties().forEach(m -> members.put(m.getKey(), read(m.getValue(), Fields.pointer(at, m.getKey()))));
        return members.values().stream().allMatch(Value.Literal.class::isInstance)
                ? new Value.Literal(json)
                : new Value.Members(members);
    }

    private Value items(JsonNode json, String at) {
        List<Value> items = new ArrayList<>();
        for (int i = 0; i < json.size(); i++) {
            items.add(read(json.get(i), at + "/" + i));
        }
        return items.stream().allMatch(Value.Literal.class::isInstance)
                ? new Value.Literal(json)
                : new Value.Items(items);
    }
}
