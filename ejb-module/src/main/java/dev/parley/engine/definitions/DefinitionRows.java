package dev.parley.engine.definitions;

import dev.parley.definition.Defined;
import dev.parley.engine.jdbc.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table of definitions, with one connection.
 *
 * @param <D> what is defined
 * @param <T> a definition as it stands
 * @param <R> a row: a definition, with what the table has besides
 */
public final class DefinitionRows<D, T extends Defined<D>, R> {

    private final DefinitionTable<D, T> table;
    private final RowReading<T, R> reading;
    private final Map<String, T> known;
    private final Connection connection;

    /** Rows that are read anew each time. */
    public DefinitionRows(DefinitionTable<D, T> table, RowReading<T, R> reading, Connection connection) {
        this(table, reading, connection, new HashMap<>());
    }

    /**
     * Rows.
     *
     * @param known what was read before, by name: a definition is read again only when its version is another
     */
    public DefinitionRows(
            DefinitionTable<D, T> table, RowReading<T, R> reading, Connection connection, Map<String, T> known) {
        this.table = table;
        this.reading = reading;
        this.connection = connection;
        this.known = known;
    }

    /** The values that are put into the places of a statement. */
    @FunctionalInterface
    public interface Values {
        /** Puts the values into the places, the first of which is 1. */
        void into(PreparedStatement statement) throws SQLException;
    }

    /** The definition of a row. */
    public T defined(R row) {
        return reading.defined(row);
    }

    /** The row of that name; null if there is none. */
    public @Nullable R find(String name) throws SQLException {
        return first(select(" where name = ?", statement -> statement.setString(1, name)));
    }

    /** The row of that name, which nobody else changes until the end of the transaction; null if there is none. */
    public @Nullable R lock(String name) throws SQLException {
        return first(lock(List.of(name)));
    }

    private static <R> @Nullable R first(List<R> rows) {
        return rows.isEmpty() ? null : rows.get(0);
    }

    /** The rows of some names. */
    public List<R> find(Collection<String> names) throws SQLException {
        return select(" where name in (" + Sql.places(names.size()) + ")", statement -> Sql.fill(statement, 1, names));
    }

    /** The rows of some names, locked one after the other, in the order of their names. */
    public List<R> lock(Collection<String> names) throws SQLException {
        List<R> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(select() + " where name = ? for update")) {
            for (String name : new TreeSet<>(names)) {
                statement.setString(1, name);
                found.addAll(read(statement));
            }
        }
        return found;
    }

    /**
     * A part of the list by name.
     *
     * @param owner whose they are; null for everybody's
     * @param after the name behind which it begins
     */
    public List<R> list(@Nullable String owner, String after, int most) throws SQLException {
        return owner == null
                ? select(" where name > ? order by name limit ?", statement -> {
                    statement.setString(1, after);
                    statement.setInt(2, most);
                })
                : select(" where owner = ? and name > ? order by owner, name limit ?", statement -> {
                    statement.setString(1, owner);
                    statement.setString(2, after);
                    statement.setInt(3, most);
                });
    }

    /**
     * The rows that a statement finds.
     *
     * @param rest of the statement, from {@code where} on
     */
    public List<R> select(String rest, Values values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(select() + rest)) {
            values.into(statement);
            return read(statement);
        }
    }

    /** Made when it is wanted: rows are there in each transaction, and read in few. */
    private String select() {
        return table.select(reading.columns());
    }

    private List<R> read(PreparedStatement statement) throws SQLException {
        List<R> found = new ArrayList<>();
        try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                found.add(reading.row(defined(result), result));
            }
        }
        return found;
    }

    private T defined(ResultSet row) throws SQLException {
        String name = row.getString(1);
        long version = row.getLong(2);
        T there = known.get(name);
        if (there == null || there.version() != version) {
            D definition = table.kind().stored(name, row.getString(4));
            there = table.kind()
                    .defined(name, version, row.getString(3), definition, Sql.instant(row, 5), row.getString(6));
            known.put(name, there);
        }
        return there;
    }

    /** The number of definitions that an owner has. */
    public long count(String owner) throws SQLException {
        return number(
                "select count(*) from " + table.name() + " where owner = ?", select -> select.setString(1, owner));
    }

    /** A version that none has had. */
    public long nextVersion() throws SQLException {
        return number("select nextval('" + table.name() + "_version')", select -> {});
    }

    private long number(String sql, Values values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            values.into(statement);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** True if it was inserted. It is not if there is one of that name, or one was committed just now. */
    public boolean insert(T defined) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(table.insert())) {
            if (Column.execute(statement, table.inserted(), defined) == 0) {
                return false;
            }
        }
        for (String next : table.afterInsert()) {
            execute(next, defined.name());
        }
        return true;
    }

    /** Writes the definition over the one of its name. */
    public void update(T defined) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(table.update())) {
            Column.execute(statement, table.named(), defined);
        }
    }

    /** Deletes the definition of that name, if there is one. */
    public void delete(String name) throws SQLException {
        execute("delete from " + table.name() + " where name = ?", name);
    }

    private void execute(String sql, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            statement.executeUpdate();
        }
    }
}
