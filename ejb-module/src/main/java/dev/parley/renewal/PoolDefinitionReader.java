package dev.parley.renewal;

import static dev.parley.renewal.PoolDefinition.DEFAULT_PING_ATTEMPTS;
import static dev.parley.renewal.PoolDefinition.DEFAULT_PING_EVERY;
import static dev.parley.renewal.PoolDefinition.DEFAULT_PING_TIMEOUT;
import static dev.parley.renewal.PoolDefinition.DEFAULT_PRESSURE;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.definition.Fields;
import dev.parley.message.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * The reader of what a pool is to be like, which says of all that is wrong with it at once what is expected. What only
 * reading shows is ignored, so that what was read can be changed and written.
 */
public final class PoolDefinitionReader {

    private static final Set<String> SHOWN_ONLY =
            Set.of("name", "owner", "held", "free", "waiting", "underPressure", "updatedAt", "updatedBy");
    private static final int MOST = 10_000_000;
    private static final int MOST_ATTEMPTS = 100;
    private static final int MOST_HOLDERS = 1000;
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(366);

    private PoolDefinitionReader() {}

    /**
     * The definition that is in a text.
     *
     * @throws Refusal {@code body-not-json} or {@code body-invalid}
     */
    public static PoolDefinition read(String name, String text) {
        return new Fields.Body(
                        "a definition of pool '" + name + "'", "an object such as {\"capacity\": 100}", SHOWN_ONLY)
                .read(text, PoolDefinitionReader::definition);
    }

    private static PoolDefinition definition(Fields fields) {
        return new PoolDefinition(
                fields.requiredWhole("capacity", 1, MOST),
                fields.duration("pingEvery", DEFAULT_PING_EVERY, SHORTEST, LONGEST),
                fields.duration("pingTimeout", DEFAULT_PING_TIMEOUT, SHORTEST, LONGEST),
                fields.whole("pingAttempts", DEFAULT_PING_ATTEMPTS, 1, MOST_ATTEMPTS),
                fields.value(
                        "pressure",
                        DEFAULT_PRESSURE,
                        "a number greater than 0, at most 1: the part of the capacity",
                        PoolDefinitionReader::isPart,
                        JsonNode::doubleValue),
                fields.has("maxLifetime") ? fields.duration("maxLifetime", LONGEST, SHORTEST, LONGEST) : null,
                fields.flag("lease", false),
                fields.users("holders", List.of(), 0, MOST_HOLDERS, "everybody"));
    }

    private static boolean isPart(JsonNode given) {
        return given.isNumber() && given.doubleValue() > 0 && given.doubleValue() <= 1;
    }
}
