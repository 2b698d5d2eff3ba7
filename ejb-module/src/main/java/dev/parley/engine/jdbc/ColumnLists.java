package dev.parley.engine.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rows as lists, one for each column, which PostgreSQL makes rows of again: one statement inserts any number of them,
 * in their order.
 *
 * @param <T> a row
 */
public final class ColumnLists<T> {

    private final PreparedStatement statement;
    private final Connection connection;
    private final List<T> rows;
    private int next;

    /** @param first the number of the first list's place in the statement */
    public ColumnLists(PreparedStatement statement, int first, List<T> rows) throws SQLException {
        this.statement = statement;
        this.connection = statement.getConnection();
        this.rows = rows;
        this.next = first;
    }

    /** The rows in a statement, with places for the lists of columns of these types. */
    public static String rows(String... types) {
        return rows(List.of(types));
    }

    /** The same, for types that are put together elsewhere. */
    public static String rows(List<String> types) {
        StringBuilder lists = new StringBuilder();
        for (String type : types) {
            lists.append(lists.isEmpty() ? "" : ", ")
                    .append("cast(? as ")
                    .append(type)
                    .append(" array)");
        }
        return "unnest(" + lists + ")";
    }

    /** The next column, of texts of any length. */
    public ColumnLists<T> texts(Function<T, @Nullable String> column) throws SQLException {
        return list("varchar", column);
    }

    /** The next column, of times. */
    public ColumnLists<T> times(Function<T, Instant> column) throws SQLException {
        return list("timestamptz", column.andThen(Instant::toString));
    }

    /** The next column, of numbers with 64 bits. */
    public ColumnLists<T> longs(Function<T, Long> column) throws SQLException {
        return list("bigint", column);
    }

    /** The next column, of numbers with 32 bits. */
    public ColumnLists<T> integers(Function<T, Integer> column) throws SQLException {
        return list("integer", column);
    }

    private ColumnLists<T> list(String type, Function<T, ?> column) throws SQLException {
        statement.setArray(
                next, connection.createArrayOf(type, rows.stream().map(column).toArray()));
        next++;
        return this;
    }

    /** The number of the place behind the lists. */
    public int next() {
        return next;
    }
}
