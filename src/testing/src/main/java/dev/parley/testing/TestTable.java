package dev.parley.testing;

import dev.parley.simulation.Session;
import dev.parley.simulation.Table;
import dev.parley.simulation.Transaction;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * A table of a database that a test explores. What an operation writes commits or rolls back with its transaction, and
 * others see it from then on. A row that another transaction has changed since it was read is a conflict: everything
 * rolls back and is done again, as with a version column. Between any two accesses the node may be held up or killed.
 *
 * @param <K> the primary key
 * @param <V> a row, which is not changed but replaced
 */
public final class TestTable<K extends Comparable<K>, V> {

    private final Table<K, V> table;
    private final Deque<Transaction> transactions;

    TestTable(String name, Deque<Transaction> transactions) {
        this.table = new Table<>(name);
        this.transactions = transactions;
    }

    /** The row of that key, as the current transaction sees it; outside of operations, as it is committed. */
    public Optional<V> find(K key) {
        Transaction transaction = transactions.peek();
        if (transaction == null) {
            return Optional.ofNullable(table.committed(key));
        }
        transaction.checkpoint("before it reads " + table);
        return Optional.ofNullable(transaction.database().read(table, key));
    }

    /** All rows, as the current transaction sees them; outside of operations, as they are committed. */
    public List<V> all() {
        Transaction transaction = transactions.peek();
        if (transaction == null) {
            return table.committed();
        }
        transaction.checkpoint("before it reads " + table);
        return transaction.database().scan(table, row -> true);
    }

    /** Inserts the row, or updates it; outside of operations, at once. */
    public void put(K key, V row) {
        Transaction transaction = transactions.peek();
        if (transaction == null) {
            Session session = new Session();
            put(session, key, row);
            session.commitAtOnce();
        } else {
            transaction.checkpoint("before it writes " + table);
            put(transaction.database(), key, row);
        }
    }

    private void put(Session session, K key, V row) {
        if (Optional.ofNullable(session.read(table, key)).isPresent()) {
            session.update(table, key, row);
        } else {
            session.insert(table, key, row);
        }
    }
}
