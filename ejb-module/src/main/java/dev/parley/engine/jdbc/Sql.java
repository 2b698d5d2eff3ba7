package dev.parley.engine.jdbc;

import dev.parley.message.Address;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** The form in which values stand in tables. */
public final class Sql {

    private Sql() {}

    /** The way in which a value is put into the places of a statement. */
    @FunctionalInterface
    public interface Filling<T> {
        /** Puts the value into the places. */
        void with(T value) throws SQLException;
    }

    /**
     * Executes a statement with each of the values; as one batch where that saves something. H2 is in the same process,
     * where it does not, and costs an exception with its stack trace, made before it is known whether it is thrown.
     */
    public static <T> void executeForEach(PreparedStatement statement, Collection<T> values, Filling<T> filling)
            throws SQLException {
        boolean batch =
                values.size() > 1 && Dialect.of(statement.getConnection()).worksTogether();
        for (T value : values) {
            filling.with(value);
            if (batch) {
                statement.addBatch();
            } else {
                statement.executeUpdate();
            }
        }
        if (batch) {
            statement.executeBatch();
        }
    }

    /** A time as a column has it, in UTC; null for null. */
    public static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /** The time in a column that is never null. */
    public static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** The time in a column; null if the column is. */
    public static @Nullable Instant instantOrNull(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** An address as a column has it. */
    public static @Nullable String text(@Nullable Address address) {
        return address == null ? null : address.toStored();
    }

    /** The address that {@link #text} wrote into a column. */
    public static @Nullable Address address(@Nullable String text) {
        return text == null ? null : Address.parseStored(text).orElseThrow();
    }

    /** Placeholders for at least so many values: a power of two, so that there are few statements to prepare. */
    public static String places(int count) {
        int places = count(count);
        return "?" + ", ?".repeat(places - 1);
    }

    /** The number of placeholders that {@link #places} makes. */
    public static int count(int values) {
        return Integer.highestOneBit(Math.max(1, 2 * values - 1));
    }

    /**
     * Fills the {@link #places} with the values, the last one again where there are more; the number of the place
     * behind them.
     */
    public static int fill(PreparedStatement statement, int first, Collection<?> values) throws SQLException {
        int places = count(values.size());
        Iterator<?> next = values.iterator();
        Object value = next.next();
        for (int i = 0; i < places; i++) {
            statement.setObject(first + i, value);
            if (next.hasNext()) {
                value = next.next();
            }
        }
        return first + places;
    }
}
