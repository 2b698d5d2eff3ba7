package dev.parley.renewal.engine;

import dev.parley.renewal.Grant;
import dev.parley.renewal.GrantStore;
import dev.parley.renewal.Pool;
import dev.parley.renewal.PoolDefinition;
import dev.parley.simulation.Conflict;
import dev.parley.simulation.Session;
import dev.parley.simulation.Table;
import dev.parley.simulation.Transaction;
import dev.parley.simulation.World;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The tables of pools and grants within one simulated transaction, whose process may be held up or killed at each step.
 */
final class MemoryGrantStore implements GrantStore {

    private static final int MOST_LOOKS = 40;

    private final World world;
    private final GrantTables tables;
    private final Transaction process;
    private final Session session;
    private final GrantWatch watch;
    private final GrantDefect defect;
    private final Instant now;
    private final long begun;

    MemoryGrantStore(
            World world, Instant now, GrantTables tables, Transaction process, GrantWatch watch, GrantDefect defect) {
        this.world = world;
        this.tables = tables;
        this.process = process;
        this.session = process.database();
        this.watch = watch;
        this.defect = defect;
        this.now = now;
        this.begun = world.elapsed();
        // so that grants are committed before their pools, for whoever watches
        session.read(tables.grants, "");
    }

    /** Waits for a row as long as another transaction has it. */
    private <V> void lockRow(Table<String, V> table, String key) {
        for (int looks = 0; looks < MOST_LOOKS; looks++) {
            if (session.lockIfFree(table, key)) {
                return;
            }
            process.pass(world.millis(1, 200));
        }
        throw new Conflict(table + " " + key + " is locked");
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public Instant resumedAt() {
        process.checkpoint("before it looks since when it is up");
        return defect == GrantDefect.RESUMPTION_IGNORED ? Instant.EPOCH : tables.presence.resumedAt(now);
    }

    @Override
    public Map<String, PoolUsage> read(Set<String> names) {
        Map<String, PoolUsage> found = new TreeMap<>();
        for (String name : names) {
            PoolUsage there = tables.pools.committed(name);
            found.put(name, defect == GrantDefect.FIRST_SILENCE_ENDS ? impatient(there) : there);
        }
        return found;
    }

    private static PoolUsage impatient(PoolUsage standing) {
        PoolDefinition pool = standing.pool().definition();
        return with(
                standing,
                new PoolDefinition(
                        pool.capacity(),
                        pool.pingEvery(),
                        pool.pingTimeout(),
                        1,
                        pool.pressure(),
                        pool.maxLifetime(),
                        pool.lease(),
                        pool.holders()));
    }

    private static PoolUsage with(PoolUsage standing, PoolDefinition definition) {
        Pool pool = standing.pool();
        return new PoolUsage(
                new Pool(pool.name(), pool.version() + 1, pool.owner(), definition, pool.updatedAt(), pool.updatedBy()),
                standing.held(),
                standing.waiting(),
                standing.token());
    }

    private static PoolUsage withCapacity(PoolUsage standing, int capacity) {
        PoolDefinition pool = standing.pool().definition();
        return with(
                standing,
                new PoolDefinition(
                        capacity,
                        pool.pingEvery(),
                        pool.pingTimeout(),
                        pool.pingAttempts(),
                        pool.pressure(),
                        pool.maxLifetime(),
                        pool.lease(),
                        pool.holders()));
    }

    @Override
    public Map<String, PoolUsage> lock(Set<String> names) {
        process.checkpoint("before it locks pools");
        Map<String, PoolUsage> found = new TreeMap<>();
        for (String name : new TreeSet<>(names)) {
            if (defect != GrantDefect.POOLS_NOT_LOCKED) {
                lockRow(tables.pools, name);
            }
            PoolUsage there = session.read(tables.pools, name);
            found.put(
                    name,
                    defect == GrantDefect.CAPACITY_IGNORED
                            ? withCapacity(there, there.pool().definition().capacity() + 1)
                            : there);
        }
        process.checkpoint("after it has locked pools");
        return found;
    }

    /** Changes how much there is in a pool. */
    void define(String name, int capacity) {
        lockRow(tables.pools, name);
        session.overwrite(tables.pools, name, withCapacity(session.read(tables.pools, name), capacity));
    }

    @Override
    public void store(PoolUsage standing) {
        process.checkpoint("before it stores how a pool stands");
        String name = standing.pool().name();
        PoolUsage before = session.read(tables.pools, name);
        long token = defect == GrantDefect.TOKEN_NOT_INCREASED ? before.token() : standing.token();
        session.overwrite(tables.pools, name, new PoolUsage(before.pool(), standing.held(), standing.waiting(), token));
    }

    @Override
    public Map<String, Grant> lockGrants(Set<String> ids) {
        process.checkpoint("before it locks grants");
        Map<String, Grant> found = new HashMap<>();
        for (String id : new TreeSet<>(ids)) {
            lockRow(tables.grants, id);
            Stored there = session.read(tables.grants, id);
            if (there != null) {
                found.put(id, there.grant());
            }
        }
        return found;
    }

    @Override
    public List<Grant> claimDue(Instant time, int most) {
        if (defect == GrantDefect.DUE_IGNORED) {
            return List.of();
        }
        return claim(
                stored -> !stored.grant().dueAt().isAfter(time),
                Comparator.comparing(stored -> stored.grant().dueAt()),
                most);
    }

    @Override
    public List<Grant> claimWaiting(String pool, int most) {
        if (defect == GrantDefect.FREE_NOT_HANDED_ON) {
            return List.of();
        }
        Comparator<Stored> order = Comparator.comparing(Stored::placeAt);
        return claim(
                stored -> stored.grant().pool().equals(pool) && stored.grant().status() == Grant.Status.WAITING,
                defect == GrantDefect.ORDER_IGNORED ? order.reversed() : order,
                most);
    }

    @Override
    public List<Grant> claimSilent(String pool, Instant before, int most) {
        return claim(
                stored -> stored.grant().pool().equals(pool)
                        && stored.grant().status() == Grant.Status.HELD
                        && !stored.grant().isAsked()
                        && !stored.placeAt().isAfter(before),
                Comparator.comparing(Stored::placeAt),
                most);
    }

    /** Looks first, then locks what is still as it was and nobody else has: others may come in between. */
    private List<Grant> claim(Predicate<Stored> condition, Comparator<Stored> order, int most) {
        List<String> seen = session.scan(tables.grants, condition).stream()
                .sorted(order)
                .limit(most)
                .map(stored -> stored.grant().id())
                .toList();
        process.checkpoint("before it claims grants");
        return seen.stream()
                .filter(this::isMine)
                .map(id -> session.read(tables.grants, id))
                .filter(stored -> stored != null && condition.test(stored))
                .map(Stored::grant)
                .toList();
    }

    private boolean isMine(String id) {
        if (defect == GrantDefect.ROW_LOCKS_IGNORED || session.lockIfFree(tables.grants, id)) {
            return true;
        }
        watch.skipped(id);
        return false;
    }

    @Override
    public int asked(String pool, int most) {
        return Math.min(
                most,
                session.scan(
                                tables.grants,
                                stored -> stored.grant().pool().equals(pool)
                                        && stored.grant().isAsked())
                        .size());
    }

    @Override
    public Map<String, Grant> requested(String pool, String holder, Collection<String> keys) {
        Map<String, Grant> found = new HashMap<>();
        if (defect != GrantDefect.KEYS_IGNORED) {
            session.scan(
                            tables.grants,
                            stored -> stored.grant().pool().equals(pool)
                                    && stored.grant().holder().equals(holder)
                                    && stored.key() != null
                                    && keys.contains(stored.key()))
                    .forEach(stored -> found.put(stored.key(), stored.grant()));
        }
        return found;
    }

    @Override
    public void insert(List<Stored> made) {
        process.checkpoint("before it adds grants");
        made.forEach(stored -> session.insert(tables.grants, stored.grant().id(), stored));
    }

    @Override
    public void update(List<Stored> changed) {
        process.checkpoint("before it stores grants");
        for (Stored stored : changed) {
            String id = stored.grant().id();
            Stored before = session.read(tables.grants, id);
            watch.decided(before.grant(), stored.grant(), begun);
            session.overwrite(tables.grants, id, new Stored(stored.grant(), stored.placeAt(), before.key()));
        }
    }

    @Override
    public void remove(Collection<Grant> past) {
        process.checkpoint("before it removes grants");
        past.forEach(grant -> session.remove(tables.grants, grant.id()));
    }
}
