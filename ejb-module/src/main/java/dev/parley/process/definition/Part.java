package dev.parley.process.definition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.definition.Fields;
import dev.parley.value.Findings;
import dev.parley.value.Value;
import dev.parley.value.ValueReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An object of a definition that is being read.
 *
 * @param json the object
 * @param at where it stands
 * @param findings what is wrong, with everything
 */
record Part(JsonNode json, String at, Findings findings) {

    static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,49}");
    static final String NAME_WANTED = "a name: a letter, and up to 49 letters, digits, '-' or '_'";
    static final Pattern OPERATION = Pattern.compile("[A-Za-z0-9._-]{1,100}");
    static final String OPERATION_WANTED = "the name of an operation: 1 to 100 letters, digits, '.', '-' or '_'";

    private static final Duration LONGEST = Duration.ofDays(3660);

    boolean has(String member) {
        return json.hasNonNull(member);
    }

    JsonNode get(String member) {
        return json.path(member);
    }

    String pointer(String member) {
        return Fields.pointer(at, member);
    }

    void refuse(String member, String expected) {
        findings.refuse(pointer(member), expected);
    }

    /** An object that is a member of it. */
    Part part(String member) {
        return new Part(get(member), pointer(member), findings);
    }

    /** A text that has to be there. */
    String text(String member, Pattern pattern, String expected) {
        String text = textOrNull(member, pattern, expected);
        if (!has(member)) {
            refuse(member, expected + ", which is required");
        }
        return text == null ? "" : text;
    }

    /** A text that may be there. */
    @Nullable
    String textOrNull(String member, Pattern pattern, String expected) {
        JsonNode value = get(member);
        if (!has(member)) {
            return null;
        }
        if (value.isTextual() && pattern.matcher(value.textValue()).matches()) {
            return value.textValue();
        }
        refuse(member, expected);
        return null;
    }

    boolean flag(String member) {
        if (has(member) && !get(member).isBoolean()) {
            refuse(member, "true or false");
        }
        return get(member).asBoolean();
    }

    /** One of these words. */
    <T> T choice(String member, Map<String, T> choices, T byDefault) {
        if (!has(member)) {
            return byDefault;
        }
        T choice = choices.get(get(member).asText());
        if (choice == null) {
            refuse(
                    member,
                    "one of "
                            + String.join(
                                    ", ", choices.keySet().stream().sorted().toList()));
        }
        return choice == null ? byDefault : choice;
    }

    int whole(String member, int byDefault, int least, int most) {
        return fields().whole(member, byDefault, least, most);
    }

    double number(String member, double byDefault, int least, int most) {
        return fields().number(member, byDefault, least, most);
    }

    private Fields fields() {
        return findings.fields(json, at);
    }

    Duration duration(String member, Duration byDefault) {
        return fields().duration(member, byDefault, Duration.ofMillis(1), LONGEST);
    }

    @Nullable
    Duration durationOrNull(String member) {
        return has(member) ? duration(member, Duration.ofSeconds(30)) : null;
    }

    /** The value that a member is; null if there is none. */
    @Nullable
    Value valueOrNull(String member) {
        return json.has(member) ? new ValueReader(findings).read(get(member), pointer(member)) : null;
    }

    /** Refuses members that are not known, and those that will be. */
    void only(List<String> known, List<String> notYet) {
        notYet.stream().filter(json::has).forEach(m -> refuse(m, "nothing: '" + m + "' is not available yet"));
        findings.onlyThese(json, at, known, Set.copyOf(notYet));
    }
}
