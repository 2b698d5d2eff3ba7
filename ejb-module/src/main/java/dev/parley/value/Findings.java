package dev.parley.value;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.definition.Fields;
import dev.parley.message.Violation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What is wrong with a definition that is being read, each with its place in it. */
public final class Findings {

    private final List<Violation> violations = new ArrayList<>();

    /** What has been found up to now. */
    public List<Violation> violations() {
        return List.copyOf(violations);
    }

    /**
     * Says what should have been at a place.
     *
     * @param place a JSON Pointer into the definition
     */
    public void refuse(String place, String expected) {
        violations.add(new Violation(place, expected));
    }

    /** Says what something else should have been. */
    public void refuseAll(Collection<Violation> more) {
        violations.addAll(more);
    }

    /** Refuses every member that is not among the known. */
    public void onlyThese(JsonNode object, String at, List<String> known, Set<String> ignored) {
        object.fieldNames().forEachRemaining(member -> {
            if (!known.contains(member) && !ignored.contains(member)) {
                refuse(
                        Fields.pointer(at, member),
                        "nothing: there is no such field; there are " + String.join(", ", known));
            }
        });
    }

    /** The members of an object at a place, to be read one by one. */
    public Fields fields(JsonNode object, String at) {
        return Fields.at(object, at, violations);
    }
}
