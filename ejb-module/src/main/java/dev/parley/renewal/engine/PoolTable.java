package dev.parley.renewal.engine;

import dev.parley.engine.jdbc.Sql;
import dev.parley.renewal.GrantStore.PoolUsage;
import dev.parley.renewal.Pool;
import dev.parley.renewal.PoolDefinitionReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentMap;

/** The tables of pools and of the last fencing tokens of those that were deleted. */
final class PoolTable {

    private static final String SELECT =
            "select name, version, owner, definition, updated_at, updated_by, held, waiting, token from parley_pool ";

    private final Connection connection;
    private final ConcurrentMap<String, Pool> known;

    /**
     * @param known what was read before, by name: a definition is read again only when its version is another
     */
    PoolTable(Connection connection, ConcurrentMap<String, Pool> known) {
        this.connection = connection;
        this.known = known;
    }

    List<PoolUsage> read(Collection<String> names) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(SELECT + "where name in (" + Sql.places(names.size()) + ")")) {
            Sql.fill(select, 1, names);
            return read(select);
        }
    }

    /** Locked one after the other, in the order of their names. */
    List<PoolUsage> lock(Collection<String> names) throws SQLException {
        List<PoolUsage> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT + "where name = ? for update")) {
            for (String name : new TreeSet<>(names)) {
                select.setString(1, name);
                found.addAll(read(select));
            }
        }
        return found;
    }

    Optional<PoolUsage> find(String name, boolean lock) throws SQLException {
        return (lock ? lock(List.of(name)) : read(List.of(name))).stream().findFirst();
    }

    List<PoolUsage> list(String after, int most) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + "where name > ? order by name limit ?")) {
            select.setString(1, after);
            select.setInt(2, most);
            return read(select);
        }
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
        try (PreparedStatement select = connection.prepareStatement(
                SELECT + "where waiting = 0 and lease = false and held > 0 and held >= tight order by name")) {
            return read(select);
        }
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

    long count(String owner) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select count(*) from parley_pool where owner = ?")) {
            select.setString(1, owner);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** A version that no pool has had. */
    long nextVersion() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select nextval('parley_pool_version')");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Whether it was made; not if there is one of that name, or one was committed just now. */
    boolean insert(Pool pool) throws SQLException {
        long token = lastToken(pool.name());
        try (PreparedStatement insert = connection.prepareStatement("insert into parley_pool"
                + " (version, definition, capacity, tight, lease, updated_at, updated_by, name, owner, held, waiting, token)"
                + " select cast(? as bigint), cast(? as varchar(1048576)), cast(? as integer), cast(? as integer), cast(? as boolean),"
                + " cast(? as timestamp(6) with time zone), cast(? as varchar(255)), cast(? as varchar(100)), cast(? as varchar(255)),"
                + " 0, 0, cast(? as bigint) on conflict do nothing")) {
            int place = change(insert, pool);
            insert.setString(place++, pool.owner());
            insert.setLong(place, token);
            return insert.executeUpdate() > 0;
        }
    }

    void update(Pool pool) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update parley_pool set version = ?, definition = ?,"
                        + " capacity = ?, tight = ?, lease = ?, updated_at = ?, updated_by = ? where name = ?")) {
            change(update, pool);
            update.executeUpdate();
        }
    }

    private static int change(PreparedStatement statement, Pool pool) throws SQLException {
        int place = 1;
        statement.setLong(place++, pool.version());
        statement.setString(place++, pool.definition().toJson());
        statement.setInt(place++, pool.definition().capacity());
        statement.setInt(place++, pool.definition().tight());
        statement.setBoolean(place++, pool.definition().lease());
        statement.setObject(place++, Sql.time(pool.updatedAt()));
        statement.setString(place++, pool.updatedBy());
        statement.setString(place++, pool.name());
        return place;
    }

    private long lastToken(String pool) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select token from parley_pool_token where pool = ?")) {
            select.setString(1, pool);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    /** Deletes a pool, and keeps its last fencing token. */
    void delete(PoolUsage standing) throws SQLException {
        String name = standing.pool().name();
        run("delete from parley_pool where name = ?", name);
        run("delete from parley_pool_token where pool = ?", name);
        try (PreparedStatement insert =
                connection.prepareStatement("insert into parley_pool_token (pool, token) values (?, ?)")) {
            insert.setString(1, name);
            insert.setLong(2, standing.token());
            insert.executeUpdate();
        }
        new GrantTable(connection).removeAll(name);
    }

    private void run(String sql, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            statement.executeUpdate();
        }
    }

    private List<PoolUsage> read(PreparedStatement select) throws SQLException {
        List<PoolUsage> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                found.add(new PoolUsage(pool(row), row.getInt(7), row.getInt(8), row.getLong(9)));
            }
        }
        return found;
    }

    private Pool pool(ResultSet row) throws SQLException {
        String name = row.getString(1);
        Pool there = known.get(name);
        if (there != null && there.version() == row.getLong(2)) {
            return there;
        }
        Pool pool = new Pool(
                name,
                row.getLong(2),
                row.getString(3),
                PoolDefinitionReader.stored(name, row.getString(4)),
                Sql.instant(row, 5),
                row.getString(6));
        known.put(name, pool);
        return pool;
    }
}
