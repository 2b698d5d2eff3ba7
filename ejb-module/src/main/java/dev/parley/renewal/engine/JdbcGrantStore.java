package dev.parley.renewal.engine;

import dev.parley.engine.jdbc.Connections;
import dev.parley.renewal.Grant;
import dev.parley.renewal.GrantStore;
import dev.parley.renewal.Pool;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentMap;

/** Pools and grants in the database, with one connection. */
final class JdbcGrantStore implements GrantStore {

    private final Instant now;
    private final PoolTable pools;
    private final GrantTable grants;
    private final UptimeTable uptime;

    @FunctionalInterface
    private interface Query<T> {
        T run() throws SQLException;
    }

    @FunctionalInterface
    private interface Change {
        void run() throws SQLException;
    }

    /**
     * @param now what time it is, by the database's clock
     * @param known pools that were read before, by name
     */
    JdbcGrantStore(Connection connection, Instant now, ConcurrentMap<String, Pool> known) {
        this.now = now;
        this.pools = new PoolTable(connection, known);
        this.grants = new GrantTable(connection);
        this.uptime = new UptimeTable(connection);
    }

    private static <T> T query(Query<T> query) {
        try {
            return query.run();
        } catch (SQLException e) {
            throw new Connections.Failed(e);
        }
    }

    private static void change(Change change) {
        try {
            change.run();
        } catch (SQLException e) {
            throw new Connections.Failed(e);
        }
    }

    private static Map<String, PoolUsage> byName(List<PoolUsage> standings) {
        Map<String, PoolUsage> found = new TreeMap<>();
        standings.forEach(standing -> found.put(standing.pool().name(), standing));
        return found;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public Instant resumedAt() {
        return query(() -> uptime.resumedAt(now));
    }

    @Override
    public Map<String, PoolUsage> read(Set<String> names) {
        return byName(query(() -> pools.rows().find(names)));
    }

    @Override
    public Map<String, PoolUsage> lock(Set<String> names) {
        return byName(query(() -> pools.rows().lock(names)));
    }

    @Override
    public void store(PoolUsage standing) {
        change(() -> pools.store(standing));
    }

    @Override
    public Map<String, Grant> lockGrants(Set<String> ids) {
        Map<String, Grant> found = new HashMap<>();
        query(() -> grants.lock(ids)).forEach(grant -> found.put(grant.id(), grant));
        return found;
    }

    @Override
    public List<Grant> claimDue(Instant time, int most) {
        return query(() -> {
            List<String> due = grants.due(time, most);
            return due.isEmpty() ? List.of() : grants.claimDue(due, time);
        });
    }

    @Override
    public List<Grant> claimWaiting(String pool, int most) {
        // Who asked by a clock that was ahead waits as well.
        return claim(pool, Grant.Status.WAITING, GrantTable.END_OF_TIME, most);
    }

    @Override
    public List<Grant> claimSilent(String pool, Instant before, int most) {
        return claim(pool, Grant.Status.HELD, before, most);
    }

    private List<Grant> claim(String pool, Grant.Status status, Instant before, int most) {
        return query(() -> {
            List<String> first = grants.first(pool, status.name(), before, most);
            return first.isEmpty() ? List.of() : grants.claim(first, status.name());
        });
    }

    @Override
    public int asked(String pool, int most) {
        return query(() -> grants.asked(pool, most));
    }

    @Override
    public Map<String, Grant> requested(String pool, String holder, Collection<String> keys) {
        Map<String, Grant> found = new HashMap<>();
        for (String key : keys) {
            query(() -> grants.requested(pool, holder, key)).ifPresent(grant -> found.put(key, grant));
        }
        return found;
    }

    @Override
    public void insert(List<Stored> made) {
        change(() -> grants.insert(made));
    }

    @Override
    public void update(List<Stored> changed) {
        change(() -> grants.update(changed));
    }

    @Override
    public void remove(Collection<Grant> past) {
        change(() -> grants.remove(past));
    }
}
