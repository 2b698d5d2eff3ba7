package dev.parley.engine.definitions;

import dev.parley.definition.WrittenDefinition;
import dev.parley.directory.Definition;
import dev.parley.directory.Directory;
import dev.parley.directory.MethodResolution;
import dev.parley.directory.OperationResolution;
import dev.parley.directory.Operations;
import dev.parley.directory.PatternOperations;
import dev.parley.directory.RegisteredOperation;
import dev.parley.directory.Registrations;
import dev.parley.directory.ServedOperation;
import dev.parley.message.Address;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.Session;
import org.hibernate.jdbc.ReturningWork;
import org.jspecify.annotations.Nullable;

/**
 * The directory in the database, within the current transaction if there is one. Each look-up asks for the versions of
 * the entries, and only for an entry that is not known in that version for its definition; and for who has registered
 * where entries say so. Within a unit of work each operation is looked up once ({@link Lookups}).
 */
@ApplicationScoped
class StoredDirectory implements Directory {

    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Inject
    Operations operations;

    @Inject
    Registrations registrations;

    @Inject
    Clock clock;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transactions;

    private Iterable<PatternOperations> patterns = List.of();
    private final Map<String, RegisteredOperation> prepared = new ConcurrentHashMap<>();

    @Inject
    void servedBy(@Any Instance<PatternOperations> found) {
        patterns = found;
    }

    /** Sets the operations that patterns serve, without a container. */
    void servedBy(PatternOperations found) {
        patterns = List.of(found);
    }

    @Override
    public Map<String, OperationResolution> find(Collection<String> names) {
        Lookups known = Lookups.of(transactions);
        return known == null ? lookUp(names) : known.find(names, this::lookUp);
    }

    private Map<String, OperationResolution> lookUp(Collection<String> names) {
        if (names.isEmpty()) {
            return Map.of();
        }
        Map<String, RegisteredOperation> entered = read(connection -> entered(names, new OperationTable(connection)));
        Map<String, List<Address>> registered = registered(entered.values());
        List<Address> providers = entered.values().stream()
                .flatMap(operation -> operation.providers(registered).stream())
                .toList();
        Map<Address, Instant> passedOver = providers.isEmpty()
                ? Map.of()
                : read(connection -> new ProviderTable(connection).passedOver(providers, clock.instant()));
        Map<String, OperationResolution> found = new HashMap<>();
        Map<String, String> others = new TreeMap<>();
        for (String name : names) {
            RegisteredOperation operation = entered.get(name);
            OperationResolution listing = listing(name, operation, registered, passedOver);
            if (listing != null) {
                found.put(name, listing);
            } else if (operation == null) {
                others.put(name, name);
            } else if (operation.process() != null) {
                others.put(name, operation.process());
            }
        }
        found.putAll(ofPatterns(others));
        return found;
    }

    /**
     * What patterns serve, by what it is called.
     *
     * @param names their own names, by what it is called
     */
    private Map<String, OperationResolution> ofPatterns(Map<String, String> names) {
        if (names.isEmpty()) {
            return Map.of();
        }
        Map<String, OperationResolution> served = new HashMap<>();
        Set<String> own = new TreeSet<>(names.values());
        patterns.forEach(pattern -> pattern.served(own).forEach(served::putIfAbsent));
        Map<String, OperationResolution> found = new HashMap<>();
        names.forEach((name, its) -> {
            OperationResolution one = served.get(its);
            if (one != null) {
                found.put(name, one);
            }
        });
        return found;
    }

    <T> T read(ReturningWork<T> work) {
        return entities.unwrap(Session.class).doReturningWork(work);
    }

    private Map<String, List<Address>> registered(Collection<RegisteredOperation> entered) {
        List<String> references = entered.stream()
                .map(RegisteredOperation::pool)
                .filter(Objects::nonNull)
                .toList();
        return references.isEmpty() ? Map.of() : registrations.registered(references);
    }

    private @Nullable OperationResolution listing(
            String name,
            @Nullable RegisteredOperation entered,
            Map<String, List<Address>> registered,
            Map<Address, Instant> passedOver) {
        ServedOperation method = operations.find(name).orElse(null);
        if (entered != null) {
            return entered.listing(method, registered, passedOver);
        }
        return method == null ? null : new MethodResolution(method);
    }

    private Map<String, RegisteredOperation> entered(Collection<String> names, OperationTable table)
            throws SQLException {
        Map<String, Long> versions = table.versions(names);
        Map<String, RegisteredOperation> entered = new HashMap<>();
        for (String name : names) {
            Long version = versions.get(name);
            RegisteredOperation operation = version == null ? forget(name) : entered(name, version, table);
            if (operation != null) {
                entered.put(name, operation);
            }
        }
        return entered;
    }

    private @Nullable RegisteredOperation forget(String name) {
        prepared.remove(name);
        return null;
    }

    private @Nullable RegisteredOperation entered(String name, long version, OperationTable table) throws SQLException {
        RegisteredOperation known = prepared.get(name);
        if (known != null && known.version() == version) {
            return known;
        }
        WrittenDefinition<Definition> entry = table.rows().find(name);
        if (entry == null) {
            return forget(name);
        }
        RegisteredOperation read = new RegisteredOperation(entry);
        prepared.put(name, read);
        return read;
    }

    @Override
    public void passOver(Set<Address> providers, Instant until) {
        Lookups known = Lookups.of(transactions);
        if (known != null) {
            known.forget();
        }
        entities.unwrap(Session.class).doWork(connection -> new ProviderTable(connection).passOver(providers, until));
    }
}
