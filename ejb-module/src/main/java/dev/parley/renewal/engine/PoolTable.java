package dev.parley.renewal.engine;

import dev.parley.engine.definitions.DefinitionRows;
import dev.parley.engine.definitions.DefinitionTable;
import dev.parley.engine.definitions.RowReading;
import dev.parley.renewal.GrantStore.PoolUsage;
import dev.parley.renewal.Pool;
import dev.parley.renewal.PoolDefinition;
import dev.parley.renewal.PoolKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentMap;

/** The tables of pools and of the last fencing tokens of those that were deleted. */
final class PoolTable {

    private static final DefinitionTable<PoolDefinition, Pool> TABLE = DefinitionTable.of("parley_pool", PoolKind.POOLS)
            .with("capacity", "integer", pool -> pool.definition().capacity())
            .with("tight", "integer", pool -> pool.definition().tight())
            .with("lease", "boolean", pool -> pool.definition().lease())
            .initially("held", "cast(? as integer)", pool -> 0)
            .initially("waiting", "cast(? as integer)", pool -> 0)
            .initially(
                    "token",
                    "coalesce((select t.token from parley_pool_token t where t.pool = cast(? as varchar(100))), 0)",
                    Pool::name);

    private static final RowReading<Pool, PoolUsage> READING = new WithUsage();

    private final Connection connection;
    private final DefinitionRows<PoolDefinition, Pool, PoolUsage> rows;

    /** @param known what was read before, by name: a definition is read again only when its version is another */
    PoolTable(Connection connection, ConcurrentMap<String, Pool> known) {
        this.connection = connection;
        this.rows = new DefinitionRows<>(TABLE, READING, connection, known);
    }

    private static final class WithUsage implements RowReading<Pool, PoolUsage> {

        @Override
        public List<String> columns() {
            return List.of("held", "waiting", "token");
        }

        @Override
        public PoolUsage row(Pool defined, ResultSet result) throws SQLException {
            return new PoolUsage(defined, result.getInt(FIRST), result.getInt(FIRST + 1), result.getLong(FIRST + 2));
        }

        @Override
        public Pool defined(PoolUsage row) {
            return row.pool();
        }
    }

    /** The pools, each with how much of it is in use. */
    DefinitionRows<PoolDefinition, Pool, PoolUsage> rows() {
        return rows;
    }

    /** Pools that somebody waits for. */
    List<String> waitedFor() throws SQLException {
        List<String> found = new ArrayList<>();
        try (PreparedStatement select =
                        connection.prepareStatement("select name from parley_pool where waiting > 0 order by name");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                found.add(row.getString(1));
            }
        }
        return found;
    }

    /** Pools that nobody waits for, and of which little is left. */
    List<PoolUsage> tight() throws SQLException {
        return rows.select(
                " where waiting = 0 and lease = false and held > 0 and held >= tight order by name", statement -> {});
    }

    void store(PoolUsage standing) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update parley_pool set held = ?, waiting = ?, token = ? where name = ?")) {
            update.setInt(1, standing.held());
            update.setInt(2, standing.waiting());
            update.setLong(3, standing.token());
            update.setString(4, standing.pool().name());
            update.executeUpdate();
        }
    }

    /** Deletes a pool, and keeps its last fencing token. */
    void delete(PoolUsage standing) throws SQLException {
        String name = standing.pool().name();
        rows.delete(name);
        try (PreparedStatement delete = connection.prepareStatement("delete from parley_pool_token where pool = ?")) {
            delete.setString(1, name);
            delete.executeUpdate();
        }
        try (PreparedStatement insert =
                connection.prepareStatement("insert into parley_pool_token (pool, token) values (?, ?)")) {
            insert.setString(1, name);
            insert.setLong(2, standing.token());
            insert.executeUpdate();
        }
        new GrantTable(connection).removeAll(name);
    }
}
