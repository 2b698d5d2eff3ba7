package dev.parley.directory;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversation.Retry;
import dev.parley.definition.Fields;
import dev.parley.directory.schema.SchemaRules;
import dev.parley.message.Address;
import dev.parley.message.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The reader of what operators enter, which says of all that is wrong with it at once what is expected. What only
 * reading shows ({@code name}, {@code isolated}, {@code updatedAt}, {@code updatedBy}) is ignored, so that what was
 * read can be changed and written.
 */
public final class DefinitionReader {

    private static final Set<String> SHOWN_ONLY = Set.of("name", "isolated", "updatedAt", "updatedBy");
    private static final List<String> OF_OTHERS =
            List.of("timeout", "retry", "schema", "compensation", "compensable", "outcome");
    private static final Duration LONGEST_TIMEOUT = Duration.ofDays(30);
    private static final Duration LONGEST_REGRET = Duration.ofDays(3660);
    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

    private DefinitionReader() {}

    /**
     * The definition that is in a text.
     *
     * @param methodServes true if a method in the EAR serves the operation
     * @throws Refusal {@code body-not-json} or {@code body-invalid}
     */
    public static Definition read(String operation, String text, boolean methodServes) {
        return new Fields.Body("a definition of operation '" + operation + "'", "an object", SHOWN_ONLY)
                .read(text, fields -> definition(fields, operation, methodServes));
    }

    private static Definition definition(Fields fields, String operation, boolean methodServes) {
        ProviderFields provider = new ProviderFields(operation, methodServes, fields);
        List<Address> providers = provider.read();
        if (provider.isBean()) {
            refuseForMethods(fields, "timeout");
            refuseForMethods(fields, "retry");
            refuseOutcome(fields);
        }
        if (provider.process() != null) {
            OF_OTHERS.stream().filter(fields::has).forEach(member -> refuseForProcesses(fields, member));
        }
        return new Definition(
                providers,
                provider.pool(),
                provider.process(),
                provider.owners(),
                fields.duration("timeout", Definition.DEFAULT_TIMEOUT, Duration.ofMillis(1), LONGEST_TIMEOUT),
                fields.object("retry", Retry.DEFAULT, DefinitionReader::retry),
                schema(fields),
                another(fields, "compensation", operation),
                fields.has("compensable")
                        ? fields.duration("compensable", Duration.ofDays(7), Duration.ZERO, LONGEST_REGRET)
                        : null,
                another(fields, "outcome", operation));
    }

    private static void refuseForMethods(Fields fields, String member) {
        if (fields.has(member)) {
            fields.refuse(member, "nothing: a method in the EAR is not asked over a queue; see parley.operation.*");
        }
    }

    private static void refuseForProcesses(Fields fields, String member) {
        fields.refuse(member, "nothing: the definition of the process says what holds for it");
    }

    private static void refuseOutcome(Fields fields) {
        if (fields.has("outcome")) {
            fields.refuse("outcome", "nothing: whether a method in the EAR was done is always known");
        }
    }

    private static Retry retry(Fields fields) {
        int attempts = fields.whole("attempts", Retry.DEFAULT.attempts(), 1, 100);
        Duration backoff = pause(fields, "backoff", Retry.DEFAULT.backoff());
        double multiplier = fields.number("multiplier", Retry.DEFAULT.multiplier(), 1, 10);
        Duration maximum = pause(fields, "maximum", longer(backoff, Retry.DEFAULT.maximum()));
        double jitter = fields.number("jitter", Retry.DEFAULT.jitter(), 0, 1);
        if (!fields.has("backoff") && maximum.compareTo(backoff) < 0) {
            backoff = maximum;
        }
        if (maximum.compareTo(backoff) < 0) {
            fields.refuse("maximum", "a duration of at least backoff, which is " + backoff);
        }
        return new Retry(attempts, backoff, multiplier, maximum, jitter);
    }

    private static Duration pause(Fields retry, String member, Duration byDefault) {
        return retry.duration(member, byDefault, Duration.ZERO, LONGEST_PAUSE);
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static @Nullable JsonNode schema(Fields fields) {
        JsonNode schema = fields.given("schema");
        if (schema != null) {
            fields.refuseAll(SchemaRules.violations(schema, "/schema"));
        }
        return schema;
    }

    private static @Nullable String another(Fields fields, String member, String operation) {
        String name = fields.value(
                member,
                "",
                "the name of another operation: 1 to 100 letters, digits, '.', '-' or '_'; it need not be there yet",
                given -> given.isTextual()
                        && Signature.NAME.matcher(given.textValue()).matches()
                        && !given.textValue().equals(operation),
                JsonNode::textValue);
        return name.isEmpty() ? null : name;
    }
}
