package dev.parley.process.engine;

import dev.parley.definition.WrittenDefinition;
import dev.parley.engine.jdbc.Sql;
import dev.parley.process.ProcessKind;
import dev.parley.process.ProcessVersion;
import dev.parley.process.definition.ReadProcess;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The table of all versions that processes have had. Rows are inserted, and never changed. */
final class HistoryTable {

    private static final String NUMBER = "select number from parley_process_history where name = ? and hash = ?";
    private static final String LAST = "select coalesce(max(number), 0) from parley_process_history where name = ?";
    private static final String INSERT = "insert into parley_process_history"
            + " (name, number, hash, definition, created_at, created_by) values (?, ?, ?, ?, ?, ?)";
    private static final String SELECT =
            "select number, definition, created_at, created_by from parley_process_history where name = ?";

    private final Connection connection;
    private final ProcessKind kind;

    HistoryTable(Connection connection, ProcessKind kind) {
        this.connection = connection;
        this.kind = kind;
    }

    /**
     * The number of a version.
     *
     * @param isNew true if it was not there before
     */
    record Numbered(int number, boolean isNew) {}

    /** Keeps what was written, if it is not there already. The caller has the process locked. */
    Numbered keep(WrittenDefinition<ReadProcess> written) throws SQLException {
        String name = written.name();
        String hash = written.definition().definition().hash();
        Optional<Integer> there = number(NUMBER, name, hash);
        if (there.isPresent()) {
            return new Numbered(there.get(), false);
        }
        int next = number(LAST, name).orElseThrow() + 1;
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, name);
            insert.setInt(2, next);
            insert.setString(3, hash);
            insert.setString(4, kind.text(written.definition()));
            insert.setObject(5, Sql.time(written.updatedAt()));
            insert.setString(6, written.updatedBy());
            insert.executeUpdate();
        }
        return new Numbered(next, true);
    }

    /** The number of the last version that a process has got; 0 if there is none. */
    int last(String name) throws SQLException {
        return number(LAST, name).orElse(0);
    }

    private Optional<Integer> number(String sql, String... values) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                select.setString(i + 1, values[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getInt(1)) : Optional.empty();
            }
        }
    }

    /** One version, if there is such a one. */
    Optional<ProcessVersion> find(String name, int number) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + " and number = ?")) {
            select.setString(1, name);
            select.setInt(2, number);
            return read(name, select).stream().findFirst();
        }
    }

    /** The versions behind a number, in their order. */
    List<ProcessVersion> list(String name, int after, int most) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(SELECT + " and number > ? order by number limit ?")) {
            select.setString(1, name);
            select.setInt(2, after);
            select.setInt(3, most);
            return read(name, select);
        }
    }

    private List<ProcessVersion> read(String name, PreparedStatement select) throws SQLException {
        List<ProcessVersion> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                found.add(new ProcessVersion(
                        row.getInt(1),
                        kind.stored(name, row.getString(2)).definition(),
                        Sql.instant(row, 3),
                        row.getString(4)));
            }
        }
        return found;
    }
}
