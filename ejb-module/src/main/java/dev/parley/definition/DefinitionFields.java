package dev.parley.definition;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.message.Violation;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the fields of a definition, and keeps what is wrong with them. A field that is null is as if it were not there. */
public final class DefinitionFields {

    private final List<Violation> violations = new ArrayList<>();

    public List<Violation> violations() {
        return List.copyOf(violations);
    }

    public void refuse(String field, String expected) {
        violations.add(new Violation(field, expected));
    }

    public void refuseAll(List<Violation> more) {
        violations.addAll(more);
    }

    public static String pointer(String parent, String member) {
        return parent + JsonPointer.empty().appendProperty(member);
    }

    /** Refuses every member that is not among the known. */
    public void onlyThese(JsonNode object, String at, List<String> known, Set<String> ignored) {
        object.fieldNames().forEachRemaining(member -> {
            if (!known.contains(member) && !ignored.contains(member)) {
                refuse(pointer(at, member), "nothing: there is no such field; there are " + String.join(", ", known));
            }
        });
    }

    public Duration duration(
            JsonNode object, String at, String member, Duration byDefault, Duration least, Duration most) {
        JsonNode value = object.path(member);
        if (!object.hasNonNull(member)) {
            return byDefault;
        }
        try {
            Duration duration = Duration.parse(value.isTextual() ? value.textValue() : "");
            if (duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0) {
                return duration;
            }
        } catch (DateTimeException e) {
            // said below, with an example
        }
        refuse(pointer(at, member), "an ISO 8601 duration from " + least + " to " + most + ", such as " + byDefault);
        return byDefault;
    }

    public int whole(JsonNode object, String at, String member, int byDefault, int least, int most) {
        JsonNode value = object.path(member);
        if (!object.hasNonNull(member)) {
            return byDefault;
        }
        if (value.isIntegralNumber()
                && value.canConvertToInt()
                && value.intValue() >= least
                && value.intValue() <= most) {
            return value.intValue();
        }
        refuse(pointer(at, member), "an integer from " + least + " to " + most);
        return byDefault;
    }

    public double number(JsonNode object, String at, String member, double byDefault, int least, int most) {
        JsonNode value = object.path(member);
        if (!object.hasNonNull(member)) {
            return byDefault;
        }
        if (value.isNumber() && value.doubleValue() >= least && value.doubleValue() <= most) {
            return value.doubleValue();
        }
        refuse(pointer(at, member), "a number from " + least + " to " + most);
        return byDefault;
    }
}
