package dev.parley.engine.jdbc;

import dev.parley.engine.config.Delivery;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The preflight: what is known to go wrong later is said when Parley starts, each with what to do, and all at once.
 *
 * @param dialect the database
 * @param delivery how what is sent and what is stored become durable together
 * @param preparedTransactions how many transactions PostgreSQL lets be prepared; -1 if that is not known
 * @param connections how many connections it lets be open
 * @param heap the largest heap of the server, in bytes
 */
record Preflight(Dialect dialect, Delivery delivery, int preparedTransactions, int connections, long heap) {

    private static final Logger LOG = System.getLogger(Preflight.class.getName());

    private static final long MEBIBYTE = 1024L * 1024;

    /** With WildFly's own 512 MiB the broker has been seen to run out of memory under load. */
    private static final long SMALL_HEAP = 700 * MEBIBYTE;

    private static final String LIMITS =
            "select current_setting('max_prepared_transactions'), current_setting('max_connections')";

    /** What there is to see with a connection. A database that does not say it is let go. */
    static Preflight of(Dialect dialect, Delivery delivery, Connection connection) {
        long heap = Runtime.getRuntime().maxMemory();
        if (!dialect.limitsPreparedTransactions()) {
            return new Preflight(dialect, delivery, -1, 0, heap);
        }
        try (PreparedStatement select = connection.prepareStatement(LIMITS);
                ResultSet row = select.executeQuery()) {
            return row.next()
                    ? new Preflight(dialect, delivery, row.getInt(1), row.getInt(2), heap)
                    : new Preflight(dialect, delivery, -1, 0, heap);
        } catch (SQLException e) {
            LOG.log(Level.WARNING, "PostgreSQL does not say how many it lets be prepared: {0}", e.getMessage());
            return new Preflight(dialect, delivery, -1, 0, heap);
        }
    }

    /**
     * Says what is wrong.
     *
     * @throws IllegalStateException if nothing would work
     */
    void check() {
        warnings().forEach(warning -> LOG.log(Level.WARNING, warning));
        if (!errors().isEmpty()) {
            throw new IllegalStateException("Parley cannot work here: " + String.join("; ", errors()));
        }
    }

    List<String> errors() {
        return delivery == Delivery.XA && preparedTransactions == 0
                ? List.of(
                        "max_prepared_transactions of PostgreSQL is 0, so that no transaction holds messages and rows:"
                                + " set it to " + connections
                                + " (max_connections) in postgresql.conf and restart PostgreSQL,"
                                + " or run outbox.cli and start with parley.delivery=outbox")
                : List.of();
    }

    List<String> warnings() {
        List<String> warnings = new ArrayList<>(warningsOfDatabase());
        if (heap < SMALL_HEAP) {
            warnings.add("The heap has at most " + heap / MEBIBYTE
                    + " MiB, too few under load: start WildFly with at least -Xmx1g (JBOSS_JAVA_SIZING)");
        }
        return warnings;
    }

    List<String> warningsOfDatabase() {
        return delivery == Delivery.XA && preparedTransactions > 0 && preparedTransactions < connections
                ? List.of("max_prepared_transactions of PostgreSQL is " + preparedTransactions
                        + ", and max_connections " + connections + ": set it to as many, or requests fail under load")
                : List.of();
    }
}
