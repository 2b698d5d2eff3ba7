package dev.parley.engine;

import dev.parley.conversation.Address;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** How values stand in tables. */
public final class Sql {

    private Sql() {}

    public static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    public static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    public static @Nullable Instant instantOrNull(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    public static @Nullable String text(@Nullable Address address) {
        return address == null ? null : address.toString();
    }

    public static @Nullable Address address(@Nullable String text) {
        return text == null ? null : Address.parse(text).orElse(null);
    }

    /** Placeholders for at least so many values: a power of two, so that there are few statements to prepare. */
    public static String places(int count) {
        int places = count(count);
        return "?" + ", ?".repeat(places - 1);
    }

    /** How many placeholders {@link #places} makes. */
    public static int count(int values) {
        return Integer.highestOneBit(Math.max(1, 2 * values - 1));
    }

    /** Fills the {@link #places} with the values, the last one again where there are more. */
    public static void fill(PreparedStatement statement, int first, Collection<?> values) throws SQLException {
        int places = count(values.size());
        Iterator<?> next = values.iterator();
        Object value = next.next();
        for (int i = 0; i < places; i++) {
            statement.setObject(first + i, value);
            if (next.hasNext()) {
                value = next.next();
            }
        }
    }
}
