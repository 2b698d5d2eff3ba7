package dev.parley.engine.definitions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.Provider;
import dev.parley.definition.Precondition;
import dev.parley.definition.Written;
import dev.parley.definition.WrittenDefinition;
import dev.parley.directory.Definition;
import dev.parley.directory.DirectoryProblem;
import dev.parley.directory.Entries;
import dev.parley.directory.OperationKind;
import dev.parley.directory.OperationView;
import dev.parley.directory.Operations;
import dev.parley.directory.PatternOperation;
import dev.parley.directory.PatternOperations;
import dev.parley.directory.ProviderOwners;
import dev.parley.directory.Registrations;
import dev.parley.directory.ServedOperation;
import dev.parley.engine.jdbc.Connections;
import dev.parley.message.Address;
import dev.parley.message.Caller;
import dev.parley.message.JsonText;
import dev.parley.message.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The entries in the database, shown with the methods in the EAR and with who provides what now. */
@ApplicationScoped
class StoredEntries implements Entries {

    @Inject
    Connections connections;

    @Inject
    Operations operations;

    @Inject
    Registrations registrations;

    @Inject
    Clock clock;

    private Iterable<PatternOperations> patterns = List.of();
    private Iterable<ProviderOwners> owners = List.of();

    @Inject
    void definedBy(@Any Instance<PatternOperations> found) {
        patterns = found;
    }

    @Inject
    void ownedBy(@Any Instance<ProviderOwners> found) {
        owners = found;
    }

    /** Sets the operations that patterns define, without a container. */
    void definedBy(PatternOperations found) {
        patterns = List.of(found);
    }

    @Override
    public List<OperationView> list() {
        Map<String, WrittenDefinition<Definition>> entries = new TreeMap<>();
        connections
                .here(connection -> new OperationTable(connection).all())
                .forEach(entry -> entries.put(entry.name(), entry));
        Map<String, List<Provider>> providers = providers(entries.values());
        Map<String, OperationView> views = new TreeMap<>();
        Map<String, PatternOperation> shown = new HashMap<>();
        patterns.forEach(pattern -> pattern.shown().forEach(one -> shown.put(one.name(), one)));
        shown.forEach((name, one) -> views.put(name, new OperationView(one)));
        operations.names().forEach(name -> views.put(name, view(name, null, providers)));
        entries.forEach((name, entry) -> views.put(
                name,
                view(name, entry, providers)
                        .servedBy(shown.get(entry.definition().process()))));
        return List.copyOf(views.values());
    }

    @Override
    public OperationView get(String name) {
        Optional<WrittenDefinition<Definition>> entry = connections.here(connection ->
                Optional.ofNullable(new OperationTable(connection).rows().find(name)));
        OperationView found = view(name, entry.orElse(null));
        if (found.entry() == null && found.method() == null) {
            return ofPattern(name).orElseThrow(() -> new Refusal(OperationKind.STORED.unknown(name)));
        }
        return found;
    }

    private Optional<OperationView> ofPattern(String name) {
        return Optional.ofNullable(shown(name)).map(OperationView::new);
    }

    private @Nullable PatternOperation shown(@Nullable String name) {
        if (name != null) {
            for (PatternOperations pattern : patterns) {
                Optional<PatternOperation> shown = pattern.shown(name);
                if (shown.isPresent()) {
                    return shown.get();
                }
            }
        }
        return null;
    }

    private DefinitionStore<Definition, WrittenDefinition<Definition>, WrittenDefinition<Definition>> store() {
        return new DefinitionStore<>(
                connections,
                new OperationKind(name -> operations.find(name).isPresent()),
                connection -> new OperationTable(connection).rows(),
                connection -> now(),
                DefinitionStore.UNLIMITED);
    }

    @Override
    public Written<OperationView> enter(String name, String definition, Precondition expected, Caller caller) {
        if (caller.operator()) {
            refuseIfTaken(name);
            refuseIfSomebodyElses(store().kind().read(name, withoutItsSchema(definition)));
        }
        return store().define(
                        name,
                        withoutItsSchema(definition),
                        expected,
                        caller,
                        (entry, before, connection) -> view(name, entry));
    }

    /** What was shown can be written back: the schema of a process is shown, and is its own. */
    private String withoutItsSchema(String definition) {
        JsonNode json;
        try {
            json = JsonText.parseExactly(definition);
        } catch (Refusal refusal) {
            return definition; // which is said in full when it is read
        }
        JsonNode schema = json.get("schema");
        PatternOperation process = schema == null
                ? null
                : shown(json.path("provider").path("process").textValue());
        boolean isItsOwn =
                process != null && process.schema() != null && JsonText.same(process.schema(), schema.toString());
        return isItsOwn && json instanceof ObjectNode entry
                ? entry.without("schema").toString()
                : definition;
    }

    private void refuseIfTaken(String name) {
        for (PatternOperations pattern : patterns) {
            if (pattern.defines(name)) {
                throw new Refusal(
                        DirectoryProblem.NAME_TAKEN.because("A process is called '" + name + "': it would be hidden."));
            }
        }
    }

    /** What is there already is not to be taken for what its owner will make. */
    private void refuseIfSomebodyElses(Definition definition) {
        definition.owners().forEach((reference, owner) -> {
            for (ProviderOwners some : owners) {
                String found = some.owner(reference);
                if (found != null && !found.equals(owner)) {
                    throw new Refusal(DirectoryProblem.OWNER_DIFFERS.because(
                            reference + " is there, and is not the owner's who is entered: it is " + found + "'s."));
                }
            }
        });
    }

    @Override
    public void delete(String name, Precondition expected, Caller caller) {
        new StoredDefinitions<>(store()).delete(name, expected, caller);
    }

    private OperationView view(String name, @Nullable WrittenDefinition<Definition> entry) {
        return entry == null
                ? view(name, null, Map.of())
                : view(name, entry, providers(List.of(entry)))
                        .servedBy(shown(entry.definition().process()));
    }

    private OperationView view(
            String name, @Nullable WrittenDefinition<Definition> entry, Map<String, List<Provider>> providers) {
        ServedOperation method = operations.find(name).orElse(null);
        return new OperationView(
                name, entry, method, entry == null ? List.of() : providers.getOrDefault(name, List.of()));
    }

    /** The providers of each operation now, by its name. */
    private Map<String, List<Provider>> providers(Collection<WrittenDefinition<Definition>> entries) {
        Map<String, List<Address>> registered = registrations.registered(entries.stream()
                .map(entry -> entry.definition().pool())
                .filter(Objects::nonNull)
                .toList());
        Map<String, List<Address>> addresses = new HashMap<>();
        entries.forEach(entry -> addresses.put(entry.name(), entry.definition().providers(registered)));
        List<Address> all = addresses.values().stream().flatMap(List::stream).toList();
        Map<Address, Instant> passedOver =
                connections.here(connection -> new ProviderTable(connection).passedOver(all, now()));
        Map<String, List<Provider>> providers = new HashMap<>();
        addresses.forEach((name, some) -> providers.put(
                name,
                some.stream()
                        .map(address -> new Provider(address, passedOver.get(address)))
                        .toList()));
        return providers;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
