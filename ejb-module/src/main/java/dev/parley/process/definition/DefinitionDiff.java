package dev.parley.process.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two versions of a process, by the names of their steps: a step that has moved is the same step
 * elsewhere.
 */
public final class DefinitionDiff {

    private static final List<String> BLOCKS = List.of("parallel", "choose", "steps");

    private final Map<String, JsonNode> steps = new TreeMap<>();

    private DefinitionDiff(ProcessDefinition definition) {
        list(definition, definition.steps(), "/steps");
    }

    /**
     * A difference.
     *
     * @param step the step; null for the process itself
     * @param member the member of it; {@code in} and {@code after} for where it stands, null for the whole step
     * @param from what it was; null if it was not there
     * @param to what it is; null if it is not there
     */
    public record Change(
            @Nullable String step, @Nullable String member, @Nullable JsonNode from, @Nullable JsonNode to) {

        /** JSON text with what there is of these. */
        public String toJson() {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            if (step != null) {
                json.put("step", step);
            }
            if (member != null) {
                json.put("member", member);
            }
            if (from != null) {
                json.set("from", from);
            }
            if (to != null) {
                json.set("to", to);
            }
            return json.toString();
        }
    }

    /** What differs. */
    public static List<Change> between(ProcessDefinition one, ProcessDefinition other) {
        Map<String, JsonNode> ours = new DefinitionDiff(one).steps;
        Map<String, JsonNode> theirs = new DefinitionDiff(other).steps;
        List<Change> changes = new ArrayList<>(members(null, withoutBlocks(one.json()), withoutBlocks(other.json())));
        TreeSet<String> names = new TreeSet<>(ours.keySet());
        names.addAll(theirs.keySet());
        for (String name : names) {
            JsonNode from = ours.get(name);
            JsonNode to = theirs.get(name);
            changes.addAll(
                    from == null || to == null ? List.of(new Change(name, null, from, to)) : members(name, from, to));
        }
        return List.copyOf(changes);
    }

    private void list(ProcessDefinition definition, List<Step> list, String in) {
        String after = "";
        for (Step step : list) {
            ObjectNode json = withoutBlocks(definition.json().at(step.head().at()));
            steps.put(step.name(), json.put("in", in).put("after", after));
            if (step instanceof Step.Choose choose) {
                json.set("when", conditions(definition, choose));
            }
            for (int i = 0; i < step.lists().size(); i++) {
                list(definition, step.lists().get(i), step.name() + "/" + i);
            }
            after = step.name();
        }
    }

    private static ObjectNode withoutBlocks(JsonNode json) {
        ObjectNode copy = json.deepCopy();
        return copy.remove(BLOCKS);
    }

    private static ArrayNode conditions(ProcessDefinition definition, Step.Choose choose) {
        ArrayNode conditions = JsonNodeFactory.instance.arrayNode();
        definition.json().at(choose.head().at() + "/choose").forEach(c -> conditions.add(c.path("when")));
        return conditions;
    }

    private static List<Change> members(@Nullable String step, JsonNode from, JsonNode to) {
        TreeSet<String> names = new TreeSet<>();
        from.fieldNames().forEachRemaining(names::add);
        to.fieldNames().forEachRemaining(names::add);
        return names.stream()
                .filter(m -> !Objects.equals(from.get(m), to.get(m)))
                .map(m -> new Change(step, m, from.get(m), to.get(m)))
                .toList();
    }
}
