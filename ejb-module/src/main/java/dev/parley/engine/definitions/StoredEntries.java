package dev.parley.engine.definitions;

import dev.parley.conversation.Provider;
import dev.parley.definition.Precondition;
import dev.parley.directory.Definition;
import dev.parley.directory.DefinitionReader;
import dev.parley.directory.DirectoryProblem;
import dev.parley.directory.Entries;
import dev.parley.directory.OperationEntry;
import dev.parley.directory.OperationView;
import dev.parley.directory.Operations;
import dev.parley.directory.Registrations;
import dev.parley.directory.ServedOperation;
import dev.parley.engine.commit.Result;
import dev.parley.engine.commit.Transactions;
import dev.parley.message.Address;
import dev.parley.message.Caller;
import dev.parley.message.CommonProblem;
import dev.parley.message.Problem;
import dev.parley.message.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.hibernate.Session;
import org.hibernate.jdbc.ReturningWork;
import org.jspecify.annotations.Nullable;

/** The entries in the database. Who writes one has it locked; what is refused is thrown outside of the transaction, so that nobody logs it. */
@ApplicationScoped
class StoredEntries implements Entries {

    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Inject
    Operations operations;

    @Inject
    Registrations registrations;

    @Inject
    Transactions transactions;

    @Inject
    Clock clock;

    @Override
    public List<OperationView> list() {
        Map<String, OperationEntry> entries = new TreeMap<>();
        read(connection -> new OperationTable(connection).all()).forEach(entry -> entries.put(entry.name(), entry));
        Map<String, List<Provider>> providers = providers(entries.values());
        Map<String, OperationView> views = new TreeMap<>();
        operations.names().forEach(name -> views.put(name, view(name, null, providers)));
        entries.forEach((name, entry) -> views.put(name, view(name, entry, providers)));
        return List.copyOf(views.values());
    }

    @Override
    public OperationView get(String name) {
        OperationView found = view(name, read(connection -> new OperationTable(connection).find(name)));
        if (found.entry() == null && found.method() == null) {
            throw new Refusal(unknown(name));
        }
        return found;
    }

    private <T> T read(ReturningWork<T> work) {
        return entities.unwrap(Session.class).doReturningWork(work);
    }

    @Override
    public Written enter(String name, String definition, Precondition expected, Caller caller) {
        requireOperator(caller);
        boolean methodServes = operations.find(name).isPresent();
        Definition read = DefinitionReader.read(name, definition, methodServes);
        return transactions
                .inNew(() -> read(connection -> write(name, read, expected, caller, connection)))
                .orThrow();
    }

    private Result<Written> write(
            String name, Definition definition, Precondition expected, Caller caller, Connection connection)
            throws SQLException {
        OperationTable table = new OperationTable(connection);
        while (true) {
            OperationEntry there = table.lock(name);
            if (!expected.holds(there == null ? null : there.version())) {
                return Result.refused(preconditionFailed(there));
            }
            OperationEntry entry = new OperationEntry(name, table.nextVersion(), definition, now(), caller.name());
            if (there != null) {
                table.update(entry);
                return Result.of(new Written(view(name, entry), false));
            }
            if (table.insert(entry)) {
                return Result.of(new Written(view(name, entry), true));
            }
            // somebody else has entered it just now: it is there to be locked
        }
    }

    @Override
    public void delete(String name, Precondition expected, Caller caller) {
        requireOperator(caller);
        transactions
                .inNew(() -> read(connection -> delete(name, expected, connection)))
                .orThrow();
    }

    private Result<Boolean> delete(String name, Precondition expected, Connection connection) throws SQLException {
        OperationTable table = new OperationTable(connection);
        OperationEntry there = table.lock(name);
        if (there == null) {
            boolean method = operations.find(name).isPresent();
            return Result.refused(method ? notEntered(name) : unknown(name));
        }
        if (!expected.holds(there.version())) {
            return Result.refused(preconditionFailed(there));
        }
        table.delete(name);
        return Result.of(true);
    }

    private OperationView view(String name, @Nullable OperationEntry entry) {
        return view(name, entry, providers(entry == null ? List.of() : List.of(entry)));
    }

    private OperationView view(String name, @Nullable OperationEntry entry, Map<String, List<Provider>> providers) {
        ServedOperation method = operations.find(name).orElse(null);
        return new OperationView(
                name, entry, method, entry == null ? List.of() : providers.getOrDefault(name, List.of()));
    }

    /** Who provides which operation now. */
    private Map<String, List<Provider>> providers(Collection<OperationEntry> entries) {
        Map<String, List<Address>> registered = registrations.registered(entries.stream()
                .map(entry -> entry.definition().pool())
                .filter(Objects::nonNull)
                .toList());
        Map<String, List<Address>> addresses = new HashMap<>();
        entries.forEach(entry -> addresses.put(entry.name(), entry.definition().providers(registered)));
        List<Address> all = addresses.values().stream().flatMap(List::stream).toList();
        Map<Address, Instant> passedOver = read(connection -> new ProviderTable(connection).passedOver(all, now()));
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

    private static void requireOperator(Caller caller) {
        if (!caller.operator()) {
            throw new Refusal(CommonProblem.OPERATORS_ONLY.because("Only an operator may change the directory."));
        }
    }

    private static Problem preconditionFailed(@Nullable OperationEntry there) {
        String stands = there == null ? "There is no entry" : "The entry has the ETag \"" + there.version() + "\"";
        return CommonProblem.PRECONDITION_FAILED.because(
                stands + ", which If-Match or If-None-Match rules out; read it again.");
    }

    private static Problem notEntered(String name) {
        return DirectoryProblem.OPERATION_NOT_ENTERED.because("A method in the EAR serves '" + name
                + "', and there is no entry to delete; remove the method instead.");
    }

    private static Problem unknown(String name) {
        return DirectoryProblem.OPERATION_UNKNOWN.because("There is no operation '" + name + "'.");
    }
}
