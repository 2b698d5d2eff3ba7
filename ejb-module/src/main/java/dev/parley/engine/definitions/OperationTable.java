package dev.parley.engine.definitions;

import dev.parley.directory.DefinitionReader;
import dev.parley.directory.OperationEntry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The table of entered operations. */
final class OperationTable {

    private static final String COLUMNS =
            "select name, version, definition, updated_at, updated_by from parley_operation";

    private final Connection connection;

    OperationTable(Connection connection) {
        this.connection = connection;
    }

    /** The versions of those that are entered. */
    Map<String, Long> versions(Collection<String> names) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select name, version from parley_operation where name = any(?)")) {
            select.setArray(1, connection.createArrayOf("varchar", names.toArray()));
            Map<String, Long> versions = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    versions.put(row.getString(1), row.getLong(2));
                }
            }
            return versions;
        }
    }

    /** All entries, by name. */
    List<OperationEntry> all() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(COLUMNS + " order by name")) {
            return entries(select);
        }
    }

    @Nullable
    OperationEntry find(String name) throws SQLException {
        return one(name, COLUMNS + " where name = ?");
    }

    /** The entry, which nobody else changes until the end of the transaction. */
    @Nullable
    OperationEntry lock(String name) throws SQLException {
        return one(name, COLUMNS + " where name = ? for update");
    }

    private @Nullable OperationEntry one(String name, String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, name);
            return entries(select).stream().findFirst().orElse(null);
        }
    }

    private static List<OperationEntry> entries(PreparedStatement select) throws SQLException {
        List<OperationEntry> entries = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                String name = row.getString(1);
                entries.add(new OperationEntry(
                        name,
                        row.getLong(2),
                        DefinitionReader.stored(name, row.getString(3)),
                        row.getObject(4, OffsetDateTime.class).toInstant(),
                        row.getString(5)));
            }
        }
        return entries;
    }

    /** A version that no entry has had. */
    long nextVersion() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select nextval('parley_operation_version')");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Whether it was entered; not if there is an entry of that name, or one was committed just now. */
    boolean insert(OperationEntry entry) throws SQLException {
        return write(
                        entry,
                        "insert into parley_operation (version, definition, updated_at, updated_by, name)"
                                + " select cast(? as bigint), cast(? as varchar(262144)), cast(? as timestamp(6) with time zone),"
                                + " cast(? as varchar(255)), cast(? as varchar(100)) on conflict do nothing")
                == 1;
    }

    void update(OperationEntry entry) throws SQLException {
        write(
                entry,
                "update parley_operation set version = ?, definition = ?, updated_at = ?, updated_by = ? where name = ?");
    }

    private int write(OperationEntry entry, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, entry.version());
            statement.setString(2, entry.definition().toJson());
            statement.setObject(3, entry.updatedAt().atOffset(ZoneOffset.UTC));
            statement.setString(4, entry.updatedBy());
            statement.setString(5, entry.name());
            return statement.executeUpdate();
        }
    }

    void delete(String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("delete from parley_operation where name = ?")) {
            statement.setString(1, name);
            statement.executeUpdate();
        }
    }
}
