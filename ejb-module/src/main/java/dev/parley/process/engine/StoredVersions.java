package dev.parley.process.engine;

import dev.parley.engine.jdbc.Connections;
import dev.parley.engine.jdbc.Sql;
import dev.parley.process.KnownProcess;
import dev.parley.process.ProcessKind;
import dev.parley.process.ProcessLimits;
import dev.parley.process.Versions;
import dev.parley.process.definition.ProcessReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The versions in the database, within the current transaction; each is read once, since it never changes. */
@ApplicationScoped
class StoredVersions implements Versions {

    private static final String CURRENT = "select p.name, h.number from parley_process p"
            + " join parley_process_history h on h.name = p.name and h.hash = p.hash where p.name in (";

    @Inject
    Connections connections;

    @Inject
    ProcessLimits limits;

    private final Map<Key, KnownProcess> known = new ConcurrentHashMap<>();

    private record Key(String process, int version) {}

    @Override
    public Map<String, KnownProcess> current(Collection<String> processes) {
        if (processes.isEmpty()) {
            return Map.of();
        }
        Map<String, KnownProcess> current = new HashMap<>();
        connections
                .here(connection -> numbers(processes, connection))
                .forEach((process, number) -> current.put(process, of(process, number)));
        return current;
    }

    private static Map<String, Integer> numbers(Collection<String> processes, Connection connection)
            throws SQLException {
        Map<String, Integer> numbers = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(CURRENT + Sql.places(processes.size()) + ")")) {
            Sql.fill(select, 1, processes);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    numbers.put(row.getString(1), row.getInt(2));
                }
            }
        }
        return numbers;
    }

    @Override
    public KnownProcess of(String process, int version) {
        Key key = new Key(process, version);
        KnownProcess there = known.get(key);
        return there == null ? known.computeIfAbsent(key, this::read) : there;
    }

    private KnownProcess read(Key key) {
        ProcessKind kind = new ProcessKind(new ProcessReader(limits.definitions(), operation -> null));
        return connections
                .here(connection -> new HistoryTable(connection, kind).find(key.process(), key.version()))
                .map(found -> KnownProcess.of(found.number(), found.definition()))
                .orElseThrow(() -> new IllegalStateException("There is no version " + key.version() + " of process '"
                        + key.process() + "', which an instance follows"));
    }
}
