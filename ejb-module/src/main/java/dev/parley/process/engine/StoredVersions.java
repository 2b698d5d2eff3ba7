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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The versions in the database, within the current transaction; each is read once, since it never changes. */
@ApplicationScoped
class StoredVersions implements Versions {

    private static final String CURRENT = "select p.name, h.number from parley_process p"
            + " join parley_process_history h on h.name = p.name and h.hash = p.hash";
    private static final String NAMED = " where p.name in (";

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

    @Override
    public List<KnownProcess> current() {
        Map<String, Integer> numbers = connections.here(connection -> {
            try (PreparedStatement select = connection.prepareStatement(CURRENT)) {
                return numbers(select);
            }
        });
        return new TreeMap<>(numbers)
                .entrySet().stream()
                        .map(process -> of(process.getKey(), process.getValue()))
                        .toList();
    }

    private static Map<String, Integer> numbers(Collection<String> processes, Connection connection)
            throws SQLException {
        String sql = CURRENT + NAMED + Sql.places(processes.size()) + ")";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            Sql.fill(select, 1, processes);
            return numbers(select);
        }
    }

    private static Map<String, Integer> numbers(PreparedStatement select) throws SQLException {
        Map<String, Integer> numbers = new HashMap<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                numbers.put(row.getString(1), row.getInt(2));
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

    @Override
    public Optional<KnownProcess> find(String process, int version) {
        KnownProcess there = known.get(new Key(process, version));
        return there != null ? Optional.of(there) : stored(new Key(process, version));
    }

    @Override
    public List<KnownProcess> all(String process) {
        int last = connections.here(connection -> new HistoryTable(connection, kind()).last(process));
        List<KnownProcess> all = new ArrayList<>();
        for (int version = 1; version <= last; version++) {
            all.add(of(process, version));
        }
        return all;
    }

    private ProcessKind kind() {
        return new ProcessKind(new ProcessReader(limits.definitions(), operation -> null));
    }

    private Optional<KnownProcess> stored(Key key) {
        return connections
                .here(connection -> new HistoryTable(connection, kind()).find(key.process(), key.version()))
                .map(found -> KnownProcess.of(found.number(), found.definition()));
    }

    private KnownProcess read(Key key) {
        return stored(key)
                .orElseThrow(() -> new IllegalStateException("There is no version " + key.version() + " of process '"
                        + key.process() + "', which an instance follows"));
    }
}
