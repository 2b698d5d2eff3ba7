package dev.parley.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * A table of a database with committed rows and row locks.
 *
 * @param <K> the primary key
 * @param <V> a row
 */
public final class Table<K extends Comparable<K>, V> {

    final TreeMap<K, Row<V>> rows = new TreeMap<>();
    private final Map<K, Session> locks = new HashMap<>();
    private final List<BiConsumer<V, V>> observers = new ArrayList<>();
    private final String name;

    record Row<V>(V value, int version) {}

    /** An empty table. */
    public Table(String name) {
        this.name = name;
    }

    /** What is committed, by primary key. */
    public List<V> committed() {
        List<V> values = new ArrayList<>(rows.size());
        rows.values().forEach(row -> values.add(row.value()));
        return values;
    }

    /** The committed row; null if there is none. */
    public V committed(K key) {
        Row<V> row = rows.get(key);
        return row == null ? null : row.value();
    }

    /** Has every change that is committed looked at, in order: the row before, or null, and after. */
    public void observe(BiConsumer<V, V> observer) {
        observers.add(observer);
    }

    boolean isLockedByOther(K key, Session session) {
        Session holder = locks.get(key);
        return holder != null && holder != session;
    }

    void lock(K key, Session session) {
        locks.put(key, session);
    }

    void unlock(K key) {
        locks.remove(key);
    }

    void remove(K key) {
        rows.remove(key);
    }

    void store(K key, V value) {
        Row<V> before = rows.get(key);
        if (value == null) {
            rows.remove(key);
            return;
        }
        rows.put(key, new Row<>(value, before == null ? 0 : before.version() + 1));
        observers.forEach(o -> o.accept(before == null ? null : before.value(), value));
    }

    @Override
    public String toString() {
        return name;
    }
}
