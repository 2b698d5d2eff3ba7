package dev.parley.slip;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.definition.Fields;
import dev.parley.message.Refusal;
import org.jspecify.annotations.Nullable;

/** The arguments of steps, in which <code>{"$": "/variables/x"}</code> stands for what is there. */
final class Arguments {

    private static final String POINTER = "$";
    private static final String ROOT = "variables";
    private static final String WANTED =
            "a JSON Pointer to a variable, such as /variables/document, and nothing beside it";

    private Arguments() {}

    /** Says of each pointer that is none to a variable what was expected. */
    static void check(JsonNode json, String at, Fields findings) {
        if (json.isObject() && json.has(POINTER)) {
            if (json.size() > 1 || pointer(json) == null) {
                findings.refuseAt(Fields.pointer(at, POINTER), WANTED);
            }
            return;
        }
        json.properties().forEach(member -> check(member.getValue(), Fields.pointer(at, member.getKey()), findings));
        for (int i = 0; json.isArray() && i < json.size(); i++) {
            check(json.get(i), at + "/" + i, findings);
        }
    }

    private static @Nullable JsonPointer pointer(JsonNode json) {
        try {
            JsonPointer pointer = JsonPointer.compile(json.path(POINTER).asText());
            return !pointer.matches() && pointer.getMatchingProperty().equals(ROOT) ? pointer.tail() : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /**
     * The arguments with variables in their places.
     *
     * @throws Refusal {@code slip-variable-missing} if there is none at a pointer
     */
    static JsonNode resolve(JsonNode json, ObjectNode variables) {
        if (json.isObject() && json.has(POINTER)) {
            return variable(json, variables);
        }
        if (json.isArray()) {
            ArrayNode items = JsonNodeFactory.instance.arrayNode();
            json.forEach(item -> items.add(resolve(item, variables)));
            return items;
        }
        if (!json.isObject()) {
            return json;
        }
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        json.properties().forEach(member -> members.set(member.getKey(), resolve(member.getValue(), variables)));
        return members;
    }

    private static JsonNode variable(JsonNode json, ObjectNode variables) {
        JsonPointer pointer = pointer(json);
        JsonNode found = pointer == null ? null : variables.at(pointer);
        if (found == null || found.isMissingNode()) {
            throw new Refusal(SlipProblem.SLIP_VARIABLE_MISSING.because(
                    "There is no variable at '" + json.path(POINTER).asText() + "'."));
        }
        return found;
    }
}
