package dev.parley.directory;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversation.Retry;
import dev.parley.definition.DefinitionFields;
import dev.parley.directory.schema.SchemaRules;
import dev.parley.message.Address;
import dev.parley.message.InvalidBody;
import dev.parley.message.JsonText;
import dev.parley.message.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what operators enter, and says of all that is wrong with it at once what is expected. What only reading shows ({@code name},
 * {@code isolated}, {@code updatedAt}, {@code updatedBy}) is ignored, so that what was read can be changed and written.
 */
public final class DefinitionReader {

    private static final List<String> KNOWN = List.of("provider", "timeout", "retry", "schema", "compensation");
    private static final List<String> RETRY = List.of("attempts", "backoff", "multiplier", "maximum", "jitter");
    private static final Set<String> SHOWN_ONLY = Set.of("name", "isolated", "updatedAt", "updatedBy");
    private static final Duration LONGEST_TIMEOUT = Duration.ofDays(30);
    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

    private final String operation;
    private final JsonNode json;
    private final DefinitionFields fields = new DefinitionFields();

    private DefinitionReader(String operation, JsonNode json) {
        this.operation = operation;
        this.json = json;
    }

    /**
     * What is in the text.
     *
     * @param methodServes whether a method in the EAR serves the operation
     * @throws Refusal {@code body-not-json} or {@code body-invalid}
     */
    public static Definition read(String operation, String body, boolean methodServes) {
        DefinitionReader reader = new DefinitionReader(operation, JsonText.parseExactly(body));
        Definition definition = reader.definition(methodServes);
        InvalidBody.refuseIfAny(reader.fields.violations(), "a definition of operation '" + operation + "'");
        return definition;
    }

    /**
     * What was stored, which was read before.
     *
     * @throws IllegalStateException if this version cannot read it
     */
    public static Definition stored(String operation, String definition) {
        try {
            return read(operation, definition, true);
        } catch (Refusal e) {
            throw new IllegalStateException("The entry of operation '" + operation + "' cannot be read", e);
        }
    }

    private Definition definition(boolean methodServes) {
        if (!json.isObject()) {
            fields.refuse("", "an object");
            return new Definition(List.of(), null, Definition.DEFAULT_TIMEOUT, Retry.DEFAULT, null, null);
        }
        fields.onlyThese(json, "", KNOWN, SHOWN_ONLY);
        ProviderFields provider = new ProviderFields(operation, methodServes, fields);
        List<Address> providers = provider.read(json);
        if (json.path("provider").has("bean")) {
            refuseForMethods("timeout");
            refuseForMethods("retry");
        }
        Duration timeout =
                fields.duration(json, "", "timeout", Definition.DEFAULT_TIMEOUT, Duration.ofMillis(1), LONGEST_TIMEOUT);
        return new Definition(providers, provider.pool(), timeout, retry(), schema(), compensation());
    }

    private void refuseForMethods(String member) {
        if (json.hasNonNull(member)) {
            fields.refuse(
                    "/" + member, "nothing: a method in the EAR is not asked over a queue; see parley.operation.*");
        }
    }

    private Retry retry() {
        JsonNode given = json.path("retry");
        if (!json.hasNonNull("retry")) {
            return Retry.DEFAULT;
        }
        if (!given.isObject()) {
            fields.refuse("/retry", "an object with " + String.join(", ", RETRY));
            return Retry.DEFAULT;
        }
        fields.onlyThese(given, "/retry", RETRY, Set.of());
        int attempts = fields.whole(given, "/retry", "attempts", Retry.DEFAULT.attempts(), 1, 100);
        double multiplier = fields.number(given, "/retry", "multiplier", Retry.DEFAULT.multiplier(), 1, 10);
        double jitter = fields.number(given, "/retry", "jitter", Retry.DEFAULT.jitter(), 0, 1);
        Duration backoff = pause(given, "backoff", Retry.DEFAULT.backoff());
        Duration maximum = pause(given, "maximum", longer(backoff, Retry.DEFAULT.maximum()));
        if (!given.hasNonNull("backoff") && maximum.compareTo(backoff) < 0) {
            backoff = maximum;
        }
        if (maximum.compareTo(backoff) < 0) {
            fields.refuse("/retry/maximum", "a duration of at least backoff, which is " + backoff);
        }
        return new Retry(attempts, backoff, multiplier, maximum, jitter);
    }

    private Duration pause(JsonNode retry, String member, Duration byDefault) {
        return fields.duration(retry, "/retry", member, byDefault, Duration.ZERO, LONGEST_PAUSE);
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private @Nullable JsonNode schema() {
        if (!json.hasNonNull("schema")) {
            return null;
        }
        JsonNode schema = json.get("schema");
        fields.refuseAll(SchemaRules.violations(schema, "/schema"));
        return schema;
    }

    private @Nullable String compensation() {
        if (!json.hasNonNull("compensation")) {
            return null;
        }
        JsonNode name = json.get("compensation");
        if (!name.isTextual()
                || !Signature.NAME.matcher(name.textValue()).matches()
                || name.textValue().equals(operation)) {
            fields.refuse(
                    "/compensation",
                    "the name of another operation: 1 to 100 letters, digits, '.', '-' or '_'; it need not be there yet");
        }
        return name.asText();
    }
}
