package dev.parley.engine.commit;

import jakarta.persistence.OptimisticLockException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The collision of two transactions, of which one has to roll back: the database resolves a deadlock, what one found
 * was changed or removed by the other before it could be changed, or both have begun the same conversation. Nobody has
 * done anything wrong: done again, it finds what the other one has left. Nothing of it was committed, whatever it is.
 */
public final class Collision {

    /** The number of attempts, so that nobody waits for ever. */
    public static final int ATTEMPTS = 3;

    private static final Logger LOG = System.getLogger(Collision.class.getName());

    /** The number of causes that are looked at, for chains that run in a circle. */
    private static final int DEEPEST = 20;

    /** The SQL state of a transaction that stands on what is not so any more. */
    private static final String OVERTAKEN = "40001";

    /** The SQL states of a transaction that has to be done again: of the standard, and of PostgreSQL for a deadlock. */
    private static final Set<String> STATES = Set.of(OVERTAKEN, "40P01");

    /** The SQL state of a key that is there already. */
    private static final String TAKEN = "23505";

    /** The key of conversations, as PostgreSQL and H2 name it. */
    private static final Pattern CONVERSATION = Pattern.compile("\\bparley_conversation(_pk\\b|\\(id\\))");

    private Collision() {}

    /** The exception for what was removed since it was found. */
    public static SQLException overtaken(String reason) {
        return new SQLTransactionRollbackException(reason, OVERTAKEN);
    }

    /**
     * The result of a transaction, which is done again if another one was in its way.
     *
     * @param transaction has rolled back when it throws, and leaves nothing behind then
     */
    public static <T> T resolved(Supplier<T> transaction) {
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

    /** True if that was thrown because two transactions met, and not for what one of them has done. */
    public static boolean isReasonOf(@Nullable Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof CommitInDoubt) {
                return false;
            }
            if (cause instanceof OptimisticLockException || (cause instanceof SQLException sql && isIn(sql))) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean isIn(SQLException failure) {
        String state = failure.getSQLState();
        return state != null && (STATES.contains(state) || (state.equals(TAKEN) && isOfConversation(failure)));
    }

    private static boolean isOfConversation(SQLException failure) {
        String message = failure.getMessage();
        return message != null && CONVERSATION.matcher(message).find();
    }
}
