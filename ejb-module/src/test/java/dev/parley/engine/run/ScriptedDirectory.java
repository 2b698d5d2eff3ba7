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
import java.util.TreeSet;

/** A directory with one operation: a method, until a test enters providers. */
final class ScriptedDirectory implements Directory {

    final Map<Address, Instant> passedOver = new HashMap<>();
    private final Set<String> others = new TreeSet<>();
    private final Map<String, String> compensations = new HashMap<>();
    private final ServedOperation method;
    private Provision provision;

    private record OneListing(
            String name, ServedOperation method, Provision provision, ServedOperation reader, String compensation)
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
        return new OneListing(
                method.name(), provision == null ? method : null, provision, method, compensations.get(method.name()));
    }

    /** The same method under another name. */
    void also(String name) {
        others.add(name);
    }

    void undo(String operation, String compensation) {
        compensations.put(operation, compensation);
    }

    @Override
    public Map<String, OperationResolution> find(Collection<String> operations) {
        Map<String, OperationResolution> found = new HashMap<>();
        for (String operation : operations) {
            if (operation.equals(method.name())) {
                found.put(operation, listing());
            } else if (others.contains(operation)) {
                found.put(operation, new OneListing(operation, method, null, method, compensations.get(operation)));
            }
        }
        return found;
    }

    @Override
    public void passOver(Set<Address> providers, Instant until) {
        providers.forEach(p -> passedOver.put(p, until));
    }
}
