package dev.parley.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A database session with a transaction: READ COMMITTED, unique keys that make others wait, row locks, and versions
 * that are checked when it is prepared. What was read once is read the same way again, as a persistence context does.
 */
public final class Session {

    private final Map<Table<?, ?>, Changes<?, ?>> changes = new LinkedHashMap<>();

    private enum Check {
        ABSENT,
        UNCHANGED,
        NONE
    }

    private record Change<V>(V value, Check check) {}

    private final class Changes<K extends Comparable<K>, V> {
        private final Table<K, V> table;
        private final Map<K, Table.Row<V>> read = new HashMap<>();
        private final TreeMap<K, Change<V>> written = new TreeMap<>();
        private final Map<K, List<V>> earlier = new HashMap<>();
        private final TreeSet<K> deleted = new TreeSet<>();
        private final List<K> locked = new ArrayList<>();

        Changes(Table<K, V> table) {
            this.table = table;
        }

        void overwrite(K key, V value) {
            Change<V> before = written.put(key, new Change<>(value, Check.NONE));
            if (before != null && before.value() != null) {
                earlier.computeIfAbsent(key, k -> new ArrayList<>()).add(before.value());
            }
        }

        void delete(K key) {
            deleted.add(key);
            written.remove(key);
        }

        V read(K key) {
            if (deleted.contains(key) && !written.containsKey(key)) {
                return null;
            }
            Change<V> mine = written.get(key);
            if (mine != null) {
                return mine.value();
            }
            Table.Row<V> row = read.computeIfAbsent(key, table.rows::get);
            return row == null ? null : row.value();
        }

        List<V> scan(Predicate<V> condition) {
            List<V> found = new ArrayList<>();
            table.rows.forEach((key, row) -> {
                if (!written.containsKey(key) && !deleted.contains(key) && condition.test(row.value())) {
                    found.add(row.value());
                }
            });
            written.values().stream()
                    .map(Change::value)
                    .filter(value -> value != null && condition.test(value))
                    .forEach(found::add);
            return found;
        }

        void lock(K key) {
            if (table.isLockedByOther(key, Session.this)) {
                throw new Blocked(table + " " + key);
            }
            table.lock(key, Session.this);
            locked.add(key);
        }

        void prepare() {
            deleted.forEach(this::lock);
            written.forEach((key, change) -> {
                lock(key);
                Table.Row<V> there = deleted.contains(key) ? null : table.rows.get(key);
                if (!holds(change.check(), there, read.get(key))) {
                    throw new Conflict(table + " " + key);
                }
            });
        }

        private boolean holds(Check check, Table.Row<V> there, Table.Row<V> before) {
            return switch (check) {
                case ABSENT -> there == null;
                case UNCHANGED -> there != null && before != null && there.version() == before.version();
                case NONE -> true;
            };
        }

        void commit() {
            deleted.forEach(table::remove);
            written.forEach((key, change) -> {
                earlier.getOrDefault(key, List.of()).forEach(value -> table.store(key, value));
                table.store(key, change.value());
            });
            unlock();
        }

        void unlock() {
            locked.forEach(table::unlock);
            locked.clear();
        }
    }

    @SuppressWarnings("unchecked")
    private <K extends Comparable<K>, V> Changes<K, V> of(Table<K, V> table) {
        return (Changes<K, V>) changes.computeIfAbsent(table, t -> new Changes<>(table));
    }

    /** The row as this transaction sees it; null if there is none. */
    public <K extends Comparable<K>, V> V read(Table<K, V> table, K key) {
        return of(table).read(key);
    }

    /** The rows that fit, what this transaction wrote last. */
    public <K extends Comparable<K>, V> List<V> scan(Table<K, V> table, Predicate<V> condition) {
        return of(table).scan(condition);
    }

    /**
     * Inserts under a unique key at once.
     *
     * @return whether it was not there
     * @throws Blocked if another transaction has inserted it and has not ended
     */
    public <K extends Comparable<K>, V> boolean insertIfAbsent(Table<K, V> table, K key, V value) {
        Changes<K, V> mine = of(table);
        if (mine.written.containsKey(key)) {
            return false;
        }
        boolean isThere = table.rows.containsKey(key) && !mine.deleted.contains(key);
        if (isThere && !table.isLockedByOther(key, this)) {
            return false;
        }
        mine.lock(key);
        mine.written.put(key, new Change<>(value, Check.ABSENT));
        return true;
    }

    /** Inserts when it is prepared; a key that is there by then is a conflict. */
    public <K extends Comparable<K>, V> void insert(Table<K, V> table, K key, V value) {
        if (of(table).written.put(key, new Change<>(value, Check.ABSENT)) != null) {
            throw new Conflict(table + " " + key + " twice in one transaction");
        }
    }

    /** Updates when it is prepared; a version other than the one that was read is a conflict by then. */
    public <K extends Comparable<K>, V> void update(Table<K, V> table, K key, V value) {
        Changes<K, V> mine = of(table);
        mine.read(key);
        Change<V> before = mine.written.get(key);
        mine.written.put(key, new Change<>(value, before == null ? Check.UNCHANGED : before.check()));
    }

    /**
     * Overwrites whatever is there, without a look at its version. Who observes the table is shown what was written
     * before in the same transaction, too.
     */
    public <K extends Comparable<K>, V> void overwrite(Table<K, V> table, K key, V value) {
        of(table).overwrite(key, value);
    }

    /** Removes a row when it is committed. */
    public <K extends Comparable<K>, V> void remove(Table<K, V> table, K key) {
        of(table).written.put(key, new Change<>(null, Check.NONE));
    }

    /** Deletes a row, if it is there. */
    public <K extends Comparable<K>, V> void delete(Table<K, V> table, K key) {
        of(table).delete(key);
    }

    /** Locks a row, if no other transaction has: {@code FOR UPDATE SKIP LOCKED}. */
    public <K extends Comparable<K>, V> boolean lockIfFree(Table<K, V> table, K key) {
        if (table.isLockedByOther(key, this)) {
            return false;
        }
        Changes<K, V> mine = of(table);
        mine.lock(key);
        mine.read(key);
        return true;
    }

    /**
     * Writes what was changed in a table, as a query does before it looks there: the rows are locked from now on.
     *
     * @throws Blocked if it has to wait for another transaction
     * @throws Conflict if another transaction has changed one of them
     */
    public <K extends Comparable<K>, V> void flush(Table<K, V> table) {
        of(table).prepare();
    }

    /**
     * Checks that it can be committed, whatever happens from now on.
     *
     * @throws Blocked if it has to wait for another transaction
     * @throws Conflict if it cannot
     */
    void prepare() {
        changes.values().forEach(Changes::prepare);
    }

    void commit() {
        changes.values().forEach(Changes::commit);
    }

    /** Undoes it, and gives up its locks. */
    public void rollback() {
        changes.values().forEach(Changes::unlock);
    }

    /** Prepares and commits at once. */
    public void commitAtOnce() {
        try {
            prepare();
            commit();
        } catch (Blocked | Conflict e) {
            rollback();
            throw e;
        }
    }
}
