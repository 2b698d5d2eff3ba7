package dev.parley.definition;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.message.InvalidBody;
import dev.parley.message.JsonText;
import dev.parley.message.Refusal;
import dev.parley.message.Violation;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The members of an object of JSON, read into a record by a declaration: which there are, of what type, from where to
 * where, and what holds if one is not there. All that is wrong is told at once, each by its pointer with what was
 * expected. Members that no declaration asks for are refused. A member that is null is as if it were not there.
 */
public final class Fields {

    private static final int LONGEST_USER = 255;

    private final JsonNode object;
    private final String at;
    private final List<Violation> violations;
    private final Set<String> asked = new LinkedHashSet<>();

    private Fields(JsonNode object, String at, List<Violation> violations) {
        this.object = object;
        this.at = at;
        this.violations = violations;
    }

    /**
     * A body that is read.
     *
     * @param what it should be, as in "a reply"
     * @param object what is expected of one that is none, as in "an object"
     * @param shownOnly members that only an answer has, which are ignored so that what was read can be changed and
     *     written
     */
    public record Body(String what, String object, Set<String> shownOnly) {

        /** The value that is in a text, as declared; {@link JsonText#parseExactly} made the JSON of it. */
        public <T> T read(JsonNode json, Function<Fields, T> declaration) {
            Fields fields = new Fields(json, "", new ArrayList<>());
            if (!json.isObject()) {
                fields.violations.add(new Violation("", object));
                throw new Refusal(InvalidBody.problem(fields.violations, what));
            }
            T read = fields.only(declaration, shownOnly);
            InvalidBody.refuseIfAny(fields.violations, what);
            return read;
        }

        /**
         * The value that is in a text, as declared.
         *
         * @throws Refusal {@code body-not-json} or {@code body-invalid}
         */
        public <T> T read(String text, Function<Fields, T> declaration) {
            return read(JsonText.parseExactly(text), declaration);
        }
    }

    /** The pointer to a member of what another one points to. */
    public static String pointer(String parent, String member) {
        return parent + JsonPointer.empty().appendProperty(member);
    }

    /**
     * The members of an object that stands somewhere in a body. Somebody else refuses the unknown ones: which there may
     * be depends on which there are.
     *
     * @param violations where what is wrong is kept
     */
    public static Fields at(JsonNode object, String place, List<Violation> violations) {
        return new Fields(object, place, violations);
    }

    private <T> T only(Function<Fields, T> declaration, Set<String> ignored) {
        int begin = violations.size();
        T read = declaration.apply(this);
        List<Violation> unknown = new ArrayList<>();
        object.fieldNames().forEachRemaining(member -> {
            if (!asked.contains(member) && !ignored.contains(member)) {
                unknown.add(new Violation(
                        pointer(at, member), "nothing: there is no such field; there are " + String.join(", ", asked)));
            }
        });
        violations.addAll(begin, unknown);
        return read;
    }

    /** Says what a member should have been. */
    public void refuse(String member, String expected) {
        refuseAt(pointer(at, member), expected);
    }

    /** Says what should have been at a place in the body. */
    public void refuseAt(String place, String expected) {
        violations.add(new Violation(place, expected));
    }

    /** Says what something else should have been. */
    public void refuseAll(Collection<Violation> more) {
        violations.addAll(more);
    }

    /** True if a member is there, and not null. It counts as declared from now on. */
    public boolean has(String member) {
        asked.add(member);
        return object.hasNonNull(member);
    }

    /** A member as it is; null if it is not there. */
    public @Nullable JsonNode given(String member) {
        return has(member) ? object.get(member) : null;
    }

    /** A member that is read if it fits. */
    public <T> T value(
            String member, T byDefault, String expected, Predicate<JsonNode> fits, Function<JsonNode, T> read) {
        JsonNode given = given(member);
        if (given == null) {
            return byDefault;
        }
        if (fits.test(given)) {
            return read.apply(given);
        }
        refuse(member, expected);
        return byDefault;
    }

    /** {@code true} or {@code false}. */
    public boolean flag(String member, boolean byDefault) {
        return value(member, byDefault, "true or false", JsonNode::isBoolean, JsonNode::booleanValue);
    }

    /** A duration in ISO 8601, from the least to the most; the default if it is not there, or is refused. */
    public Duration duration(String member, Duration byDefault, Duration least, Duration most) {
        return value(
                member,
                byDefault,
                "an ISO 8601 duration from " + least + " to " + most + ", such as " + byDefault,
                given -> isBetween(duration(given), least, most),
                given -> Duration.parse(given.textValue()));
    }

    private static boolean isBetween(@Nullable Duration duration, Duration least, Duration most) {
        return duration != null && duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0;
    }

    private static @Nullable Duration duration(JsonNode given) {
        try {
            return given.isTextual() ? Duration.parse(given.textValue()) : null;
        } catch (DateTimeException e) {
            return null; // what is expected is said with an example
        }
    }

    /** An integer, from the least to the most; the default if it is not there, or is refused. */
    public int whole(String member, int byDefault, int least, int most) {
        return (int) whole(member, (long) byDefault, least, most);
    }

    /** An integer, from the least to the most; the default if it is not there, or is refused. */
    public long whole(String member, long byDefault, long least, long most) {
        return value(
                member, byDefault, wholeFrom(least, most), given -> isWhole(given, least, most), JsonNode::longValue);
    }

    /** An integer that has to be there. */
    public int requiredWhole(String member, int least, int most) {
        if (!has(member)) {
            refuse(member, wholeFrom(least, most) + ", which is required");
        }
        return whole(member, least, least, most);
    }

    private static String wholeFrom(long least, long most) {
        return "an integer from " + least + " to " + most;
    }

    private static boolean isWhole(JsonNode given, long least, long most) {
        return given.isIntegralNumber()
                && given.canConvertToLong()
                && given.longValue() >= least
                && given.longValue() <= most;
    }

    /** A number, whole or not, from the least to the most; the default if it is not there, or is refused. */
    public double number(String member, double byDefault, int least, int most) {
        return value(
                member,
                byDefault,
                "a number from " + least + " to " + most,
                given -> given.isNumber() && given.doubleValue() >= least && given.doubleValue() <= most,
                JsonNode::doubleValue);
    }

    /** The name of a user. */
    public String user(String member, String byDefault) {
        return value(member, byDefault, "the name of a user", Fields::isUser, JsonNode::textValue);
    }

    /**
     * Names of users, each once; or {@code *}.
     *
     * @param star who that is, as in "everybody"
     */
    public List<String> users(String member, List<String> byDefault, int least, int most, String star) {
        String many = (least == 0 ? "at most " : least + " to ") + most;
        JsonNode given = value(
                member,
                JsonNodeFactory.instance.arrayNode(),
                "an array of " + many + " names of users, or [\"*\"] for " + star,
                value -> value.isArray() && value.size() >= least && value.size() <= most,
                value -> value);
        Set<String> users = new LinkedHashSet<>();
        for (int i = 0; i < given.size(); i++) {
            if (isUser(given.get(i))) {
                users.add(given.get(i).textValue());
            } else {
                refuseAt(pointer(at, member) + "/" + i, "the name of a user, or * for " + star);
            }
        }
        return has(member) ? List.copyOf(users) : byDefault;
    }

    private static boolean isUser(JsonNode value) {
        return value.isTextual()
                && !value.textValue().isBlank()
                && value.textValue().length() <= LONGEST_USER
                && value.textValue().chars().noneMatch(Character::isISOControl);
    }

    /** An object, whose members are declared. */
    public <T> T object(String member, T byDefault, Function<Fields, T> declaration) {
        JsonNode given = given(member);
        if (given == null) {
            return byDefault;
        }
        if (given.isObject()) {
            return object(given, pointer(at, member), Set.of(), declaration);
        }
        Fields none = new Fields(JsonNodeFactory.instance.objectNode(), at, new ArrayList<>());
        none.only(declaration, Set.of());
        refuse(member, "an object with " + String.join(", ", none.asked));
        return byDefault;
    }

    /**
     * An object anywhere in the body, whose members are declared.
     *
     * @param place the pointer to it
     */
    public <T> T object(JsonNode given, String place, Set<String> ignored, Function<Fields, T> declaration) {
        return new Fields(given, place, violations).only(declaration, ignored);
    }
}
