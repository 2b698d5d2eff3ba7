package dev.parley.engine.jdbc;

import dev.parley.engine.commit.Locked;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Statements of one transaction, in their order. PostgreSQL gets changes with the question that comes next, or at the
 * end: one round trip for all of them. H2, in the same process, gets each at once. A change that fails is reported by
 * whatever sends it, and the transaction has to be rolled back then. Whoever changes something flushes before the
 * commit: what was not sent is in no transaction.
 */
public final class Pipeline {

    /**
     * The number of changes that are sent together at most, so that the driver does not have to prepare too many kinds
     * of them.
     */
    private static final int MOST = 8;

    private final Connection connection;
    private final Dialect dialect;
    private final boolean sendsTogether;
    private final List<Change> changes = new ArrayList<>();

    /** The values of a statement, which has places for more than these. */
    @FunctionalInterface
    public interface Filling {
        /** Puts the values into the places from that number on; the number of the next place. */
        int from(PreparedStatement statement, int first) throws SQLException;
    }

    /** The way in which what was found is read. */
    @FunctionalInterface
    public interface Reading<T> {
        /** The value that is read of the rows; they are closed afterwards. */
        T of(ResultSet rows) throws SQLException;
    }

    /** The check of how many rows were changed. */
    @FunctionalInterface
    public interface Check {
        /** Throws if that is not as it has to be. */
        void rows(int changed) throws SQLException;
    }

    private record Change(String sql, Filling filling, Check check) {}

    /** A pipeline of a connection, whose transaction has begun. */
    public Pipeline(Connection connection) throws SQLException {
        this.connection = connection;
        this.dialect = Dialect.of(connection);
        this.sendsTogether = dialect.worksTogether();
    }

    /** The dialect of the database. */
    public Dialect dialect() {
        return dialect;
    }

    /** Changes something, by the time that something is asked, or it is flushed. */
    public void change(String sql, Filling filling) throws SQLException {
        change(sql, filling, rows -> {});
    }

    /** The same; how many rows it changed is looked at. */
    public void change(String sql, Filling filling, Check check) throws SQLException {
        if (!sendsTogether) {
            changeAtOnce(sql, filling, check);
            return;
        }
        changes.add(new Change(sql, filling, check));
        if (changes.size() == MOST) {
            flush();
        }
    }

    private void changeAtOnce(String sql, Filling filling, Check check) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            filling.from(statement, 1);
            check.rows(statement.executeUpdate());
        }
    }

    /** Has all changes made that were not yet. */
    public void flush() throws SQLException {
        if (!changes.isEmpty()) {
            try (PreparedStatement statement = connection.prepareStatement(text())) {
                fill(statement);
                statement.execute();
                check(statement);
            }
        }
    }

    /** Asks something that sees all changes. */
    public <T> T ask(String sql, Filling filling, Reading<T> reading) throws SQLException {
        String before = changes.isEmpty() ? "" : text() + "; ";
        try (PreparedStatement statement = connection.prepareStatement(before + sql)) {
            filling.from(statement, fill(statement));
            statement.execute();
            check(statement);
            try (ResultSet rows = statement.getResultSet()) {
                return reading.of(rows);
            }
        }
    }

    /**
     * The result of what is asked, which does not wait for locks of other transactions.
     *
     * @throws Locked if it would have had to: the transaction has to be rolled back
     */
    public <T> T withoutWaiting(Patience.Statements<T> statements) throws SQLException {
        if (!dialect.limitsWaitsOfTransactions()) {
            return Patience.limited(connection, Patience.SHORTEST, statements);
        }
        change(Patience.ofTransaction(Integer.toString(Patience.SHORTEST)), (statement, first) -> first);
        try {
            T result = statements.run();
            change(Patience.ofTransaction("default"), (statement, first) -> first);
            return result;
        } catch (SQLException e) {
            throw Patience.lockedOr(e);
        }
    }

    private String text() {
        return changes.stream().map(Change::sql).collect(Collectors.joining("; "));
    }

    private int fill(PreparedStatement statement) throws SQLException {
        int next = 1;
        for (Change change : changes) {
            next = change.filling().from(statement, next);
        }
        return next;
    }

    /** Goes through the results of the changes; the next one is what was asked. */
    private void check(PreparedStatement statement) throws SQLException {
        for (Change change : changes) {
            change.check().rows(statement.getUpdateCount());
            statement.getMoreResults();
        }
        changes.clear();
    }
}
