package dev.parley.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** JSON in which <code>{"$": "/pointer"}</code> stands for what is at that pointer, and everything else for itself. */
public sealed interface Value {

    /**
     * The JSON that it is there.
     *
     * @throws ValueMissing if one of its pointers finds nothing
     */
    JsonNode in(Scope scope);

    /** All pointers in it. */
    Stream<Reference> references();

    /** JSON without pointers. */
    record Literal(JsonNode json) implements Value {

        @Override
        public JsonNode in(Scope scope) {
            return json;
        }

        @Override
        public Stream<Reference> references() {
            return Stream.empty();
        }
    }

    /** What is at a pointer. */
    record Pointed(Reference reference) implements Value {

        @Override
        public JsonNode in(Scope scope) {
            JsonNode found = scope.find(reference.pointer());
            if (found.isMissingNode()) {
                throw new ValueMissing(reference.pointer());
            }
            return found;
        }

        @Override
        public Stream<Reference> references() {
            return Stream.of(reference);
        }
    }

    /** An object with pointers somewhere in it. */
    record Members(Map<String, Value> members) implements Value {

        public Members {
            members = new LinkedHashMap<>(members);
        }

        @Override
        public JsonNode in(Scope scope) {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            members.forEach((member, value) -> json.set(member, value.in(scope)));
            return json;
        }

        @Override
        public Stream<Reference> references() {
            return members.values().stream().flatMap(Value::references);
        }
    }

    /** An array with pointers somewhere in it. */
    record Items(List<Value> items) implements Value {

        public Items {
            items = List.copyOf(items);
        }

        @Override
        public JsonNode in(Scope scope) {
            ArrayNode json = JsonNodeFactory.instance.arrayNode();
            items.forEach(item -> json.add(item.in(scope)));
            return json;
        }

        @Override
        public Stream<Reference> references() {
            return items.stream().flatMap(Value::references);
        }
    }
}
