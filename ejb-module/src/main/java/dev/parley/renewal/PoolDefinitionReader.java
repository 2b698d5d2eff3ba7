package dev.parley.renewal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.definition.DefinitionFields;
import dev.parley.message.AddressPolicy;
import dev.parley.message.InvalidBody;
import dev.parley.message.JsonText;
import dev.parley.message.Refusal;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a pool is to be like, and says of all that is wrong with it at once what is expected. What only reading shows is ignored, so that what was read can
 * be changed and written.
 */
public final class PoolDefinitionReader {

    /** What a pool can be called: the same as a mailbox. */
    public static final Pattern NAME = AddressPolicy.MAILBOX;

    private static final List<String> KNOWN = List.of(
            "capacity", "pingEvery", "pingTimeout", "pingAttempts", "pressure", "maxLifetime", "lease", "holders");
    private static final Set<String> SHOWN_ONLY =
            Set.of("name", "owner", "held", "free", "waiting", "underPressure", "updatedAt", "updatedBy");
    private static final int MOST = 10_000_000;
    private static final int MOST_ATTEMPTS = 100;
    private static final int MOST_HOLDERS = 1000;
    private static final int LONGEST_USER = 255;
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(366);

    private final JsonNode json;
    private final DefinitionFields fields = new DefinitionFields();

    private PoolDefinitionReader(JsonNode json) {
        this.json = json;
    }

    /**
     * What is in the text.
     *
     * @throws Refusal {@code body-not-json} or {@code body-invalid}
     */
    public static PoolDefinition read(String name, String body) {
        PoolDefinitionReader reader = new PoolDefinitionReader(JsonText.parseExactly(body));
        PoolDefinition definition = reader.definition();
        InvalidBody.refuseIfAny(reader.fields.violations(), "a definition of pool '" + name + "'");
        return definition;
    }

    /**
     * What was stored, which was read before.
     *
     * @throws IllegalStateException if this version cannot read it
     */
    public static PoolDefinition stored(String name, String definition) {
        try {
            return read(name, definition);
        } catch (Refusal e) {
            throw new IllegalStateException("The definition of pool " + name + " cannot be read", e);
        }
    }

    private PoolDefinition definition() {
        if (json.isObject()) {
            fields.onlyThese(json, "", KNOWN, SHOWN_ONLY);
        } else {
            fields.refuse("", "an object such as {\"capacity\": 100}");
        }
        if (json.isObject() && !json.hasNonNull("capacity")) {
            fields.refuse("/capacity", "an integer from 1 to " + MOST + ", which is required");
        }
        return new PoolDefinition(
                fields.whole(json, "", "capacity", PoolDefinition.DEFAULT_CAPACITY, 1, MOST),
                duration("pingEvery", PoolDefinition.DEFAULT_PING_EVERY),
                duration("pingTimeout", PoolDefinition.DEFAULT_PING_TIMEOUT),
                fields.whole(json, "", "pingAttempts", PoolDefinition.DEFAULT_PING_ATTEMPTS, 1, MOST_ATTEMPTS),
                pressure(),
                maxLifetime(),
                lease(),
                holders());
    }

    private Duration duration(String member, Duration byDefault) {
        return fields.duration(json, "", member, byDefault, SHORTEST, LONGEST);
    }

    private double pressure() {
        JsonNode given = json.path("pressure");
        boolean isPart = given.isNumber() && given.doubleValue() > 0 && given.doubleValue() <= 1;
        if (json.hasNonNull("pressure") && !isPart) {
            fields.refuse("/pressure", "a number greater than 0, at most 1: the part of the capacity");
        }
        return isPart ? given.doubleValue() : PoolDefinition.DEFAULT_PRESSURE;
    }

    private @Nullable Duration maxLifetime() {
        return json.hasNonNull("maxLifetime") ? duration("maxLifetime", LONGEST) : null;
    }

    private boolean lease() {
        JsonNode given = json.path("lease");
        if (json.hasNonNull("lease") && !given.isBoolean()) {
            fields.refuse("/lease", "true or false");
        }
        return given.asBoolean(false);
    }

    private List<String> holders() {
        JsonNode given = json.path("holders");
        if (!json.hasNonNull("holders")) {
            return List.of(PoolDefinition.ANYBODY);
        }
        if (!given.isArray() || given.isEmpty() || given.size() > MOST_HOLDERS) {
            fields.refuse("/holders", "an array of 1 to " + MOST_HOLDERS + " names of users, or [\"*\"] for everybody");
            return List.of();
        }
        Set<String> holders = new LinkedHashSet<>();
        for (int i = 0; i < given.size(); i++) {
            if (isUser(given.get(i))) {
                holders.add(given.get(i).textValue());
            } else {
                fields.refuse("/holders/" + i, "the name of a user, or * for everybody");
            }
        }
        return List.copyOf(holders);
    }

    private static boolean isUser(JsonNode value) {
        return value.isTextual()
                && !value.textValue().isBlank()
                && value.textValue().length() <= LONGEST_USER
                && value.textValue().chars().noneMatch(Character::isISOControl);
    }
}
