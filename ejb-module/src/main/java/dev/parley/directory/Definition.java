package dev.parley.directory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.Retry;
import dev.parley.message.Address;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The definition that an operator has entered for an operation.
 *
 * @param providers where its requests go; empty if the method in the EAR serves it, or a process, or a pool says where
 *     they go
 * @param pool the pool whose holders provide it; null if there is none
 * @param process the process that its requests begin; null if there is none
 * @param owners whose that is which it refers to, where that was said, by reference
 * @param timeout how long a provider has for its answer
 * @param retry how often it is asked
 * @param schema the JSON Schema (2020-12) that requests must keep to, or null
 * @param compensation the operation that undoes it, or null
 * @param compensable how long after its end a single request can be undone; null for as long as is configured
 * @param outcome the operation that says whether a request was done which was not answered, or null
 */
public record Definition(
        List<Address> providers,
        @Nullable String pool,
        @Nullable String process,
        Map<String, String> owners,
        Duration timeout,
        Retry retry,
        @Nullable JsonNode schema,
        @Nullable String compensation,
        @Nullable Duration compensable,
        @Nullable String outcome) {

    /** The time that a provider has if nothing is said. */
    static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);

    /** ASCII only, so that any text can be stored. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    public Definition {
        providers = List.copyOf(providers);
        owners = Map.copyOf(owners);
    }

    /** The reference to a pool, as an address is one to a queue or a mailbox. */
    static String toPool(String name) {
        return "pool:" + name;
    }

    /** The references to that whose owners get its requests. */
    public Set<String> references() {
        Set<String> references = new LinkedHashSet<>();
        providers.forEach(provider -> references.add(provider.toString()));
        if (pool != null) {
            references.add(toPool(pool));
        }
        return references;
    }

    /**
     * The addresses that its requests go to now; empty for a method in the EAR, and if nobody has registered with the
     * pool.
     *
     * @param registered who has registered with which pool
     */
    public List<Address> providers(Map<String, List<Address>> registered) {
        return pool == null ? providers : registered.getOrDefault(pool, List.of());
    }

    /** True if the method in the EAR serves it. */
    public boolean bean() {
        return providers.isEmpty() && pool == null && process == null;
    }

    /** The JSON text as it is entered and shown, with nothing left out that holds by default. */
    public String toJson() {
        ObjectNode json = JSON.createObjectNode();
        json.set("provider", providerJson());
        if (!bean() && process == null) {
            json.put("timeout", timeout.toString());
            json.set("retry", retryJson());
        }
        if (schema != null) {
            json.set("schema", schema);
        }
        if (compensation != null) {
            json.put("compensation", compensation);
        }
        if (compensable != null) {
            json.put("compensable", compensable.toString());
        }
        if (outcome != null) {
            json.put("outcome", outcome);
        }
        return text(json);
    }

    /** The JSON text of the schema that requests must keep to; null if there is none. */
    public @Nullable String schemaJson() {
        return schema == null ? null : text(schema);
    }

    private static String text(JsonNode json) {
        try {
            return JSON.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of JSON can be written", e);
        }
    }

    private JsonNode providerJson() {
        if (bean()) {
            return JSON.createObjectNode().put("bean", true);
        }
        if (process != null) {
            return JSON.createObjectNode().put("process", process);
        }
        if (pool != null) {
            return owned(JSON.createObjectNode().put("pool", pool), toPool(pool));
        }
        ArrayNode list = JSON.createArrayNode();
        providers.forEach(provider -> owned(
                list.addObject().put(provider.kind() == Address.Kind.MAILBOX ? "mailbox" : "queue", provider.name()),
                provider.toString()));
        return list.size() == 1 ? list.get(0) : list;
    }

    private ObjectNode owned(ObjectNode provider, String reference) {
        String owner = owners.get(reference);
        return owner == null ? provider : provider.put("owner", owner);
    }

    private ObjectNode retryJson() {
        return JSON.createObjectNode()
                .put("attempts", retry.attempts())
                .put("backoff", retry.backoff().toString())
                .put("multiplier", retry.multiplier())
                .put("maximum", retry.maximum().toString())
                .put("jitter", retry.jitter());
    }
}
