package dev.parley.process.engine;

import dev.parley.definition.Precondition;
import dev.parley.definition.Written;
import dev.parley.definition.Written.Change;
import dev.parley.definition.WrittenDefinition;
import dev.parley.directory.Directory;
import dev.parley.directory.DirectoryProblem;
import dev.parley.directory.OperationResolution;
import dev.parley.engine.definitions.DefinitionStore;
import dev.parley.engine.jdbc.Connections;
import dev.parley.engine.jdbc.DatabaseClock;
import dev.parley.message.Caller;
import dev.parley.message.Page;
import dev.parley.message.Refusal;
import dev.parley.process.ProcessKind;
import dev.parley.process.ProcessLimits;
import dev.parley.process.ProcessVersion;
import dev.parley.process.ProcessView;
import dev.parley.process.Processes;
import dev.parley.process.definition.Mermaid;
import dev.parley.process.definition.OfferCheck;
import dev.parley.process.definition.Offers;
import dev.parley.process.definition.ProcessDefinition;
import dev.parley.process.definition.ProcessReader;
import dev.parley.process.definition.ReadProcess;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The processes in the database. */
@ApplicationScoped
class StoredProcesses implements Processes {

    private static final Logger LOG = System.getLogger(StoredProcesses.class.getName());

    /** In whose name an application defines its processes. */
    private static final Caller APPLICATION = new Caller("application", true);

    @Inject
    Connections connections;

    @Inject
    Offers offers;

    @Inject
    ProcessLimits limits;

    @Inject
    Directory directory;

    @Inject
    DeployedProcesses deployed;

    private record Kept(ProcessView view, boolean isNew) {}

    private ProcessKind kind() {
        return new ProcessKind(new ProcessReader(limits.definitions(), offers));
    }

    private DefinitionStore<ReadProcess, WrittenDefinition<ReadProcess>, ProcessView> store() {
        return store(kind());
    }

    private DefinitionStore<ReadProcess, WrittenDefinition<ReadProcess>, ProcessView> store(ProcessKind kind) {
        return new DefinitionStore<>(
                connections,
                kind,
                connection -> new ProcessTable(connection).rows(kind),
                DatabaseClock::now,
                DefinitionStore.UNLIMITED);
    }

    @Override
    public Written<ProcessView> define(String name, String definition, Precondition expected, Caller caller) {
        if (caller.operator()) {
            refuseIfTaken(name);
            refuseIfInCode(name);
        }
        return define(store(), name, definition, expected, caller);
    }

    /**
     * Stores what code defines, as an operator's definition is stored.
     *
     * @throws Refusal if it is none, or something else has its name
     */
    void deploy(String name, String definition) {
        refuseIfTaken(name);
        ProcessKind kind = new ProcessKind(ProcessReader.ofCode(limits.definitions(), offers));
        Written<ProcessView> written = define(store(kind), name, definition, version -> true, APPLICATION);
        written.value()
                .entry()
                .definition()
                .warnings()
                .forEach(w -> LOG.log(Level.WARNING, "Process {0}: {1} has to be {2}", name, w.field(), w.expected()));
    }

    /** It would be there again with the next start of a node. */
    private void refuseIfInCode(String name) {
        if (deployed.defines(name)) {
            throw new Refusal(DirectoryProblem.NAME_TAKEN.because(
                    "Process '" + name + "' is defined by an application in the EAR: deploy another one instead."));
        }
    }

    private Written<ProcessView> define(
            DefinitionStore<ReadProcess, WrittenDefinition<ReadProcess>, ProcessView> store,
            String name,
            String definition,
            Precondition expected,
            Caller caller) {
        Written<Kept> written = store.define(
                name, definition, expected, caller, (entry, before, connection) -> keep(entry, connection));
        Kept kept = written.value();
        return new Written<>(kept.view(), kept.isNew() ? Change.CREATED : written.change());
    }

    /** What is entered, or served by a method, goes before a process: nobody could ask for it. */
    private void refuseIfTaken(String name) {
        OperationResolution found = directory.find(name).orElse(null);
        if (found != null && !isOfProcesses(found, name)) {
            throw new Refusal(DirectoryProblem.NAME_TAKEN.because("There is an operation '" + name
                    + "', entered or served by a method: it would be asked instead of the process."));
        }
    }

    /** Whether it is not an entry by which a process is asked for under another name. */
    private static boolean isOfProcesses(OperationResolution found, String name) {
        boolean its = found instanceof ProcessResolution || found instanceof MessageResolution;
        return its && found.name().equals(name);
    }

    private Kept keep(WrittenDefinition<ReadProcess> entry, Connection connection) throws SQLException {
        HistoryTable.Numbered version = new HistoryTable(connection, kind()).keep(entry);
        return new Kept(new ProcessView(entry, version.number()), version.isNew());
    }

    @Override
    public ProcessView get(String name, Caller caller) {
        return store().get(name, caller);
    }

    @Override
    public Page<ProcessView> list(@Nullable String after, int limit, Caller caller) {
        return store().list(after, limit, caller);
    }

    @Override
    public void delete(String name, Precondition expected, Caller caller) {
        if (caller.operator()) {
            refuseIfInCode(name);
        }
        ProcessKind kind = kind();
        store().delete(name, expected, caller, (there, connection) -> {
            ProcessTable table = new ProcessTable(connection);
            if (table.isInUse(name)) {
                return kind.inUse(name);
            }
            table.rows(kind).delete(name);
            return null;
        });
    }

    @Override
    public Page<ProcessVersion> versions(String name, @Nullable String after, int limit) {
        int behind = number(after);
        Page<ProcessVersion> page = connections.here(connection -> {
            HistoryTable history = new HistoryTable(connection, kind());
            return Page.read(limit, most -> history.list(name, behind, most), last -> String.valueOf(last.number()));
        });
        if (page.items().isEmpty() && behind == 0) {
            throw new Refusal(ProcessKind.STORED.unknown(name));
        }
        return page;
    }

    private static int number(@Nullable String cursor) {
        try {
            return cursor == null ? 0 : Integer.parseInt(cursor);
        } catch (NumberFormatException e) {
            throw Page.notACursor();
        }
    }

    @Override
    public ProcessVersion version(String name, int number) {
        versions(name, null, 1);
        return connections
                .here(connection -> new HistoryTable(connection, kind()).find(name, number))
                .orElseThrow(() -> new Refusal(ProcessKind.STORED.versionUnknown(name, number)));
    }

    @Override
    public String picture(ProcessDefinition definition) {
        return Mermaid.of(definition, offers);
    }

    @Override
    public OfferCheck problems(String name, Caller caller) {
        return new OfferCheck(get(name, caller).entry().definition().definition(), offers);
    }
}
