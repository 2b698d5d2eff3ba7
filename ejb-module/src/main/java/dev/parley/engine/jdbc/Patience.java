package dev.parley.engine.jdbc;

import dev.parley.engine.commit.Locked;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The patience of statements with locks of other transactions, where it is to be shorter than a database's own. */
public final class Patience {

    /** The milliseconds for those that share a transaction: nobody is to wait with the others. */
    public static final int SHORTEST = 5;

    /** H2's code for a lock that did not come in time. */
    private static final int LOCK_TIMEOUT = 50_200;

    /** PostgreSQL's state for it; the transaction can only be rolled back then. */
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private Patience() {}

    /** Statements that are not to wait long. */
    @FunctionalInterface
    public interface Statements<T> {
        /** The result of the statements. */
        T run() throws SQLException;
    }

    /** True if that was thrown because a lock did not come in time. */
    public static boolean isAtItsEnd(SQLException thrown) {
        return thrown.getErrorCode() == LOCK_TIMEOUT || LOCK_NOT_AVAILABLE.equals(thrown.getSQLState());
    }

    /**
     * The result of statements of a transaction, each of which waits that long for locks; those that follow wait as
     * long as before.
     *
     * @throws Locked if a lock did not come in time: the transaction has to be rolled back
     */
    public static <T> T limited(Connection connection, int millis, Statements<T> statements) throws SQLException {
        boolean ofTransaction = Dialect.of(connection).limitsWaitsOfTransactions();
        String before = ofTransaction ? "default" : ofSession(connection);
        set(connection, ofTransaction, Integer.toString(millis));
        boolean done = false;
        try {
            T result = statements.run();
            done = true;
            return result;
        } catch (SQLException e) {
            throw lockedOr(e);
        } finally {
            // Whoever has the connection next is not to be as impatient; a transaction that failed says no more
            if (done || !ofTransaction) {
                set(connection, ofTransaction, before);
            }
        }
    }

    /**
     * The exception, if something else was thrown than that a lock did not come in time.
     *
     * @throws Locked if it was that
     */
    static SQLException lockedOr(SQLException thrown) {
        if (isAtItsEnd(thrown)) {
            throw new Locked(thrown);
        }
        return thrown;
    }

    private static String ofSession(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("call lock_timeout()")) {
            row.next();
            return row.getString(1);
        }
    }

    private static void set(Connection connection, boolean ofTransaction, String patience) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(ofTransaction ? ofTransaction(patience) : "set lock_timeout " + patience);
        }
    }

    /** The statement with which a transaction waits that long, where that can be said of one. */
    static String ofTransaction(String patience) {
        return "set local lock_timeout to " + patience;
    }
}
