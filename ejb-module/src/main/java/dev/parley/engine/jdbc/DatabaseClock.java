package dev.parley.engine.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The clock of the database, by which all nodes go. */
public final class DatabaseClock {

    /** The time in a statement that asks for more than that. */
    public static final String NOW = "current_timestamp";

    private DatabaseClock() {}

    /** The time at which the current transaction began, in milliseconds. */
    public static Instant now(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select " + NOW);
                ResultSet row = select.executeQuery()) {
            row.next();
            return read(row, 1);
        }
    }

    /** The time that {@link #NOW} was in a statement. */
    public static Instant read(ResultSet row, int column) throws SQLException {
        return Sql.instant(row, column).truncatedTo(ChronoUnit.MILLIS);
    }
}
