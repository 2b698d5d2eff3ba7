package dev.parley.engine.renewal;

import dev.parley.engine.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/** Whether Parley has been up: any node, with its database. What came due while it was not, nobody could have answered. */
final class Uptime {

    /** How often a node says that it is up. */
    static final Duration BEAT = Duration.ofSeconds(1);

    /** What is longer than that is a pause. */
    static final Duration PAUSE = Duration.ofSeconds(5);

    private final Connection connection;

    Uptime(Connection connection) {
        this.connection = connection;
    }

    /** Says that Parley is up; whether it was not, until now. */
    boolean beat(Instant now) throws SQLException {
        Instant seen;
        try (PreparedStatement select =
                        connection.prepareStatement("select seen_at from parley_uptime where id = 1 for update");
                ResultSet row = select.executeQuery()) {
            row.next();
            seen = Sql.instant(row, 1);
        }
        boolean isBack = seen.plus(PAUSE).isBefore(now);
        try (PreparedStatement update = connection.prepareStatement(
                "update parley_uptime set seen_at = ?" + (isBack ? ", resumed_at = ?" : "") + " where id = 1")) {
            update.setObject(1, Sql.time(now.isBefore(seen) ? seen : now));
            if (isBack) {
                update.setObject(2, Sql.time(now));
            }
            update.executeUpdate();
        }
        return isBack;
    }

    Instant resumedAt() throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("select resumed_at from parley_uptime where id = 1");
                ResultSet row = select.executeQuery()) {
            row.next();
            return Sql.instant(row, 1);
        }
    }
}
