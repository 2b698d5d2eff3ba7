package dev.parley.engine.jdbc;

import dev.parley.engine.commit.CommitInDoubt;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The collision of two transactions, of which one has to roll back: the database resolves a deadlock, or what one found
 * was removed by the other before it could be changed. Nobody has done anything wrong: done again, it finds what the
 * other one has left. Nothing of it was committed, whatever it is.
 */
public final class Collision {

    private static final Logger LOG = System.getLogger(Collision.class.getName());

    /** The number of attempts, so that nobody waits for ever. */
    static final int ATTEMPTS = 3;

    /** The SQL state of a transaction that stands on what is not so any more. */
    private static final String OVERTAKEN = "40001";

    /** The SQL states of a transaction that has to be done again: of the standard, and of PostgreSQL for a deadlock. */
    private static final Set<String> STATES = Set.of(OVERTAKEN, "40P01");

    private Collision() {}

    /** The exception for what was removed since it was found. */
    public static SQLException overtaken(String reason) {
        return new SQLTransactionRollbackException(reason, OVERTAKEN);
    }

    /** The result of a transaction, which is done again if another one was in its way. */
    static <T> T resolved(Supplier<T> transaction) {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return transaction.get();
            } catch (RuntimeException e) {
                if (!isReasonOf(e)) {
                    throw e;
                }
                LOG.log(Level.DEBUG, "A transaction met another one and is done again, after attempt " + attempt, e);
            }
        }
        return transaction.get();
    }

    private static boolean isReasonOf(RuntimeException failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CommitInDoubt) {
                return false;
            }
            if (cause instanceof SQLException database && hasItsState(database)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasItsState(SQLException failure) {
        String state = failure.getSQLState();
        return state != null && STATES.contains(state);
    }
}
