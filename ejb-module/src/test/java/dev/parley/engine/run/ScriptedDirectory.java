package dev.parley.engine.run;

import dev.parley.conversation.Provision;
import dev.parley.directory.Directory;
import dev.parley.directory.OperationResolution;
import dev.parley.directory.ServedOperation;
import dev.parley.message.Address;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A directory with one operation: a method, until a test enters providers. */
final class ScriptedDirectory implements Directory {

    final Map<Address, Instant> passedOver = new HashMap<>();
    private final ServedOperation method;
    private Provision provision;

    private record OneListing(String name, ServedOperation method, Provision provision, ServedOperation reader)
            implements OperationResolution {
        @Override
        public ServedOperation.Request read(String body) {
            return reader.read(body);
        }
    }

    ScriptedDirectory(ServedOperation method) {
        this.method = method;
    }

    void enter(Provision entered) {
        provision = entered;
    }

    OperationResolution listing() {
        return new OneListing(method.name(), provision == null ? method : null, provision, method);
    }

    @Override
    public Map<String, OperationResolution> find(Collection<String> operations) {
        return operations.contains(method.name()) ? Map.of(method.name(), listing()) : Map.of();
    }

    @Override
    public void passOver(Set<Address> providers, Instant until) {
        providers.forEach(p -> passedOver.put(p, until));
    }
}
