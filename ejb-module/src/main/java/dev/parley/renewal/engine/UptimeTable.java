package dev.parley.renewal.engine;

import dev.parley.engine.jdbc.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/** The table that keeps when Parley was up. */
final class UptimeTable {

    /** The interval in which a node says that it is up. */
    static final Duration BEAT = Duration.ofSeconds(1);

    private static final String SELECT = "select seen_at, resumed_at from parley_uptime where id = 1";

    private final Connection connection;

    UptimeTable(Connection connection) {
        this.connection = connection;
    }

    /** Says that Parley is up; whether it was not, until now. */
    boolean beat(Instant now) throws SQLException {
        UptimeWindow before = read(SELECT + " for update");
        UptimeWindow after = before.seen(now);
        try (PreparedStatement update =
                connection.prepareStatement("update parley_uptime set seen_at = ?, resumed_at = ? where id = 1")) {
            update.setObject(1, Sql.time(after.seenAt()));
            update.setObject(2, Sql.time(after.resumedAt()));
            update.executeUpdate();
        }
        return before.isBack(now);
    }

    Instant resumedAt(Instant now) throws SQLException {
        return read(SELECT).resumedAt(now);
    }

    private UptimeWindow read(String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            row.next();
            return new UptimeWindow(Sql.instant(row, 1), Sql.instant(row, 2));
        }
    }
}
