package dev.parley.engine.definitions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * The reading of a table of definitions: its columns, and a row of them.
 *
 * @param <T> a definition as it stands
 * @param <R> a row: a definition, with what the table has besides
 */
public interface RowReading<T, R> {

    /** The place of the first of the {@link #columns}. */
    int FIRST = 7;

    /** The columns that are read besides those of all definitions. */
    List<String> columns();

    /** The row that the result is at; the columns are in it from {@link #FIRST} on. */
    R row(T defined, ResultSet result) throws SQLException;

    /** The definition of a row. */
    T defined(R row);

    /** Definitions alone. */
    static <T> RowReading<T, T> alone() {
        return new RowReading<>() {
            @Override
            public List<String> columns() {
                return List.of();
            }

            @Override
            public T row(T defined, ResultSet result) {
                return defined;
            }

            @Override
            public T defined(T row) {
                return row;
            }
        };
    }
}
