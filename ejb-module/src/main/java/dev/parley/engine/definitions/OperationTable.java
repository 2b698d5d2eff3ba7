package dev.parley.engine.definitions;

import dev.parley.definition.WrittenDefinition;
import dev.parley.directory.Definition;
import dev.parley.directory.OperationKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The table of entered operations.
 *
 * @param rows its rows, with the connection
 */
record OperationTable(
        Connection connection,
        DefinitionRows<Definition, WrittenDefinition<Definition>, WrittenDefinition<Definition>> rows) {

    private static final DefinitionTable<Definition, WrittenDefinition<Definition>> TABLE =
            DefinitionTable.unowned("parley_operation", OperationKind.STORED);

    OperationTable(Connection connection) {
        this(connection, new DefinitionRows<>(TABLE, RowReading.alone(), connection));
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
    List<WrittenDefinition<Definition>> all() throws SQLException {
        return rows.select(" order by name", statement -> {});
    }
}
