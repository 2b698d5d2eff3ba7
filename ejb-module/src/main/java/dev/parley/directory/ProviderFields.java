package dev.parley.directory;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.definition.DefinitionFields;
import dev.parley.message.Address;
import dev.parley.message.AddressPolicy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads who provides an operation: one provider, a list of them, or the holders of a pool. */
final class ProviderFields {

    private static final int MOST = 100;
    private static final Pattern QUEUE = Pattern.compile("(?!parley\\.|reply\\.)[A-Za-z0-9._-]{1,200}");
    private static final List<String> KINDS = List.of("queue", "mailbox", "bean", "pool");
    private static final List<String> NOT_YET = List.of("process");
    private static final Set<String> SHOWN_ONLY = Set.of("passedOverUntil", "registered");
    private static final String WANTED =
            "an object such as {\"queue\": \"couriers\"}, {\"mailbox\": \"couriers\"}, a list of such objects, or {\"pool\": \"couriers\"}";

    private final String operation;
    private final boolean methodServes;
    private final DefinitionFields fields;
    private final List<Address> found = new ArrayList<>();
    private @Nullable String pool;

    /**
     * @param methodServes whether a method in the EAR serves the operation
     */
    ProviderFields(String operation, boolean methodServes, DefinitionFields fields) {
        this.operation = operation;
        this.methodServes = methodServes;
        this.fields = fields;
    }

    /** The pool whose holders provide it; null if there is none. To be asked after {@link #read}. */
    @Nullable
    String pool() {
        return pool;
    }

    /** The addresses; none for a method in the EAR, and for a pool. */
    List<Address> read(JsonNode definition) {
        JsonNode provider = definition.path("provider");
        if (!definition.hasNonNull("provider")) {
            fields.refuse("/provider", WANTED + ", which is required");
        } else if (provider.isArray()) {
            list(provider);
        } else {
            one(provider, "/provider", true);
        }
        return found;
    }

    private void list(JsonNode providers) {
        if (providers.isEmpty() || providers.size() > MOST) {
            fields.refuse("/provider", "1 to " + MOST + " providers");
            return;
        }
        for (int i = 0; i < providers.size(); i++) {
            one(providers.get(i), "/provider/" + i, providers.size() == 1);
        }
    }

    private void one(JsonNode provider, String at, boolean alone) {
        if (!provider.isObject()) {
            fields.refuse(at, WANTED);
            return;
        }
        List<String> unavailable = NOT_YET.stream().filter(provider::has).toList();
        unavailable.forEach(kind -> fields.refuse(
                at + "/" + kind,
                "nothing: a provider of kind " + kind + " is not available yet; name a queue or a mailbox"));
        Set<String> ignored = new HashSet<>(SHOWN_ONLY);
        ignored.addAll(NOT_YET);
        fields.onlyThese(provider, at, KINDS, ignored);
        long given = KINDS.stream().filter(provider::hasNonNull).count();
        if ((given == 0 && unavailable.isEmpty()) || given > 1) {
            fields.refuse(at, "exactly one of queue, mailbox, bean, pool");
        } else if (provider.hasNonNull("queue")) {
            queue(provider.get("queue"), at + "/queue");
        } else if (provider.hasNonNull("mailbox")) {
            mailbox(provider.get("mailbox"), at + "/mailbox");
        } else if (provider.hasNonNull("bean")) {
            bean(provider.get("bean"), at + "/bean", alone);
        } else if (provider.hasNonNull("pool")) {
            pool(provider.get("pool"), at + "/pool", alone);
        }
    }

    private void queue(JsonNode name, String at) {
        if (!name.isTextual() || !QUEUE.matcher(name.textValue()).matches()) {
            fields.refuse(
                    at,
                    "the name of a queue: 1 to 200 letters, digits, '.', '_' or '-', not beginning with parley. or reply.");
            return;
        }
        add(Address.queue(name.textValue()), at);
    }

    /** It need not be there yet, just as a queue: its owner makes it. */
    private void mailbox(JsonNode name, String at) {
        if (name.isTextual() && AddressPolicy.MAILBOX.matcher(name.textValue()).matches()) {
            add(Address.mailbox(name.textValue()), at);
        } else {
            fields.refuse(at, "the name of a mailbox: 1 to 100 letters, digits, '.', '_' or '-'");
        }
    }

    /** It need not be there yet: until it is, and somebody holds a grant, there is nobody to ask. */
    private void pool(JsonNode name, String at, boolean alone) {
        if (!name.isTextual()
                || !AddressPolicy.MAILBOX.matcher(name.textValue()).matches()) {
            fields.refuse(at, "the name of a pool: 1 to 100 letters, digits, '.', '_' or '-'");
        } else if (!alone) {
            fields.refuse(at, "nothing: a pool does not share its requests with other providers");
        } else {
            pool = name.textValue();
        }
    }

    private void add(Address address, String at) {
        if (found.contains(address)) {
            fields.refuse(at, "a provider that is not in the list already");
        }
        found.add(address);
    }

    private void bean(JsonNode bean, String at, boolean alone) {
        if (!(bean.isBoolean() && bean.booleanValue())
                && !(bean.isTextual() && bean.textValue().equals(operation))) {
            fields.refuse(at, "true, or the name of this operation");
        } else if (!alone) {
            fields.refuse(at, "nothing: a method does not share its requests with other providers");
        } else if (!methodServes) {
            fields.refuse(at, "an operation that a method in the EAR serves; '" + operation + "' is none");
        }
    }
}
