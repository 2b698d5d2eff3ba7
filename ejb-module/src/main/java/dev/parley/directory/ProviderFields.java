package dev.parley.directory;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.definition.Fields;
import dev.parley.message.Address;
import dev.parley.message.AddressPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads who provides an operation: one provider, a list of them, or the holders of a pool. */
final class ProviderFields {

    private static final int MOST = 100;
    private static final Pattern QUEUE = Pattern.compile("(?!parley\\.|reply\\.)[A-Za-z0-9._%-]{1,200}");
    private static final Pattern PROCESS = Pattern.compile("(?!parley\\.)[A-Za-z0-9._-]{1,100}");
    private static final List<String> KINDS = List.of("queue", "mailbox", "bean", "pool", "process");
    private static final Set<String> IGNORED = Set.of("passedOverUntil", "registered");
    private static final Pattern NAME = AddressPolicy.MAILBOX;
    private static final String A_QUEUE =
            "the name of a queue: 1 to 200 letters, digits, '.', '_', '-' or '%', not beginning with parley. or reply.";
    private static final String A_MAILBOX = "the name of a mailbox: 1 to 100 letters, digits, '.', '_' or '-'";
    private static final String A_POOL = "the name of a pool: 1 to 100 letters, digits, '.', '_' or '-'";
    private static final String A_PROCESS =
            "the name of a process: 1 to 100 letters, digits, '.', '_' or '-', other than this operation's";
    private static final String WANTED =
            "an object such as {\"queue\": \"couriers\"}, {\"mailbox\": \"couriers\"}, a list of such objects, {\"pool\": \"couriers\"}, or {\"process\": \"deliver-order\"}";

    private final String operation;
    private final boolean methodServes;
    private final Fields fields;
    private final List<Address> found = new ArrayList<>();
    private final Map<String, String> owners = new HashMap<>();
    private @Nullable String pool;
    private @Nullable String process;
    private boolean bean;

    /** @param methodServes true if a method in the EAR serves the operation */
    ProviderFields(String operation, boolean methodServes, Fields fields) {
        this.operation = operation;
        this.methodServes = methodServes;
        this.fields = fields;
    }

    /** The pool whose holders provide it; null if there is none. To be asked after {@link #read}. */
    @Nullable
    String pool() {
        return pool;
    }

    /** The process that its requests begin; null if there is none. To be asked after {@link #read}. */
    @Nullable
    String process() {
        return process;
    }

    /** Whose that is which is referred to, by reference. To be asked after {@link #read}. */
    Map<String, String> owners() {
        return owners;
    }

    /** True if it is said to be a method in the EAR. To be asked after {@link #read}. */
    boolean isBean() {
        return bean;
    }

    /** The addresses; none for a method in the EAR, for a pool, and for a process. */
    List<Address> read() {
        JsonNode provider = fields.given("provider");
        if (provider == null) {
            fields.refuse("provider", WANTED + ", which is required");
        } else if (provider.isArray()) {
            list(provider);
        } else {
            one(provider, "/provider", true);
            bean = provider.has("bean");
        }
        return found;
    }

    private void list(JsonNode providers) {
        if (providers.isEmpty() || providers.size() > MOST) {
            fields.refuse("provider", "1 to " + MOST + " providers");
            return;
        }
        for (int i = 0; i < providers.size(); i++) {
            one(providers.get(i), "/provider/" + i, providers.size() == 1);
        }
    }

    private void one(JsonNode provider, String at, boolean alone) {
        if (!provider.isObject()) {
            fields.refuseAt(at, WANTED);
            return;
        }
        fields.object(provider, at, IGNORED, each -> kind(each, at, alone));
    }

    private boolean kind(Fields provider, String at, boolean alone) {
        List<String> given = KINDS.stream().filter(provider::has).toList();
        if (given.size() != 1) {
            fields.refuseAt(at, "exactly one of " + String.join(", ", KINDS));
            return false;
        }
        kind(given.get(0), provider, at + "/" + given.get(0), alone);
        return true;
    }

    /**
     * A provider of that kind. The queue, mailbox or pool that it names need not be there yet: the owner that is named
     * makes it, or an operator, and until then there is nobody to ask.
     */
    private void kind(String kind, Fields provider, String at, boolean alone) {
        switch (kind) {
            case "queue" -> add(name(provider, kind, QUEUE, A_QUEUE), Address::queue, provider, at);
            case "mailbox" -> add(name(provider, kind, NAME, A_MAILBOX), Address::mailbox, provider, at);
            case "pool" -> pool(name(provider, kind, NAME, A_POOL), provider, at, alone);
            case "process" -> process(name(provider, kind, PROCESS, A_PROCESS), at, alone);
            default ->
                bean(
                        provider.value(kind, false, "true, or the name of this operation", this::isThis, json -> true),
                        at,
                        alone);
        }
    }

    /** A name; empty if it is none, which is told. */
    private static String name(Fields provider, String kind, Pattern names, String expected) {
        return provider.value(
                kind,
                "",
                expected,
                name -> name.isTextual() && names.matcher(name.textValue()).matches(),
                JsonNode::textValue);
    }

    private boolean isThis(JsonNode bean) {
        return bean.isTextual() ? bean.textValue().equals(operation) : bean.booleanValue();
    }

    private void own(String reference, Fields provider) {
        String owner = provider.user("owner", "");
        if (!owner.isEmpty()) {
            owners.put(reference, owner);
        }
    }

    private void pool(String name, Fields provider, String at, boolean alone) {
        own(Definition.toPool(name), provider);
        if (name.isEmpty()) {
            return;
        }
        if (!alone) {
            fields.refuseAt(at, "nothing: a pool does not share its requests with other providers");
        } else {
            pool = name;
        }
    }

    private void process(String name, String at, boolean alone) {
        if (name.isEmpty()) {
            return;
        }
        if (name.equals(operation)) {
            fields.refuseAt(at, A_PROCESS);
        } else if (!alone) {
            fields.refuseAt(at, "nothing: a process does not share its requests with other providers");
        } else {
            process = name;
        }
    }

    private void add(String name, Function<String, Address> of, Fields provider, String at) {
        Address address = of.apply(name);
        own(address.toString(), provider);
        if (name.isEmpty()) {
            return;
        }
        if (found.contains(address)) {
            fields.refuseAt(at, "a provider that is not in the list already");
        }
        found.add(address);
    }

    private void bean(boolean isGiven, String at, boolean alone) {
        if (isGiven && !alone) {
            fields.refuseAt(at, "nothing: a method does not share its requests with other providers");
        } else if (isGiven && !methodServes) {
            fields.refuseAt(at, "an operation that a method in the EAR serves; '" + operation + "' is none");
        }
    }
}
