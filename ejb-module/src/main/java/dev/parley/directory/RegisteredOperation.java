package dev.parley.directory;

import dev.parley.conversation.Provider;
import dev.parley.conversation.Provision;
import dev.parley.definition.WrittenDefinition;
import dev.parley.directory.schema.EnteredSchema;
import dev.parley.message.Address;
import dev.parley.message.InvalidBody;
import dev.parley.message.JsonText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An entry, ready for requests: its schema is compiled. Safe to be used by any number of threads. */
public final class RegisteredOperation {

    private final WrittenDefinition<Definition> entry;
    private final @Nullable EnteredSchema schema;

    /** The operation of an entry, whose schema is compiled now. */
    public RegisteredOperation(WrittenDefinition<Definition> entry) {
        this.entry = entry;
        this.schema = entry.definition().schema() == null
                ? null
                : new EnteredSchema(entry.definition().schema());
    }

    /** The version of the entry. */
    public long version() {
        return entry.version();
    }

    /** The pool whose holders provide it; null if there is none. */
    public @Nullable String pool() {
        return entry.definition().pool();
    }

    /** The process that its requests begin; null if there is none. */
    public @Nullable String process() {
        return entry.definition().process();
    }

    /**
     * The addresses that its requests go to now; empty for a method in the EAR, and if nobody has registered with the
     * pool.
     *
     * @param registered who has registered with which pool
     */
    public List<Address> providers(Map<String, List<Address>> registered) {
        return entry.definition().providers(registered);
    }

    /**
     * The operation as the directory has it.
     *
     * @param method the method in the EAR of that name, or null
     * @param registered who has registered with which pool
     * @param passedOver until when others are preferred to which providers
     * @return null if the entry is for a method that is not there, or for a process
     */
    public @Nullable OperationResolution listing(
            @Nullable ServedOperation method, Map<String, List<Address>> registered, Map<Address, Instant> passedOver) {
        Definition definition = entry.definition();
        if (definition.process() != null) {
            return null;
        }
        if (definition.bean()) {
            return method == null ? null : new Entered(method, null);
        }
        List<Provider> providers = providers(registered).stream()
                .map(address -> new Provider(address, passedOver.get(address)))
                .toList();
        return new Entered(null, new Provision(providers, definition.timeout(), definition.retry()));
    }

    private void check(String body) {
        if (schema != null) {
            InvalidBody.refuseIfAny(
                    schema.check(JsonText.parseExactly(body)), "what operation '" + entry.name() + "' takes");
        } else if (!body.isBlank()) {
            JsonText.parse(body);
        }
    }

    private final class Entered implements OperationResolution {

        private final @Nullable ServedOperation method;
        private final @Nullable Provision provision;

        Entered(@Nullable ServedOperation method, @Nullable Provision provision) {
            this.method = method;
            this.provision = provision;
        }

        @Override
        public String name() {
            return entry.name();
        }

        @Override
        public @Nullable ServedOperation method() {
            return method;
        }

        @Override
        public @Nullable Provision provision() {
            return provision;
        }

        @Override
        public @Nullable String compensation() {
            String named = entry.definition().compensation();
            return named == null ? OperationResolution.super.compensation() : named;
        }

        @Override
        public @Nullable Duration compensable() {
            return entry.definition().compensable();
        }

        @Override
        public @Nullable String outcome() {
            return entry.definition().outcome();
        }

        @Override
        public ServedOperation.Request read(String body) {
            check(body);
            return method == null ? new Unread() : method.read(body);
        }
    }

    private record Unread() implements ServedOperation.Request {}
}
