package dev.parley.engine.commit;

import jakarta.transaction.TransactionSynchronizationRegistry;

/**
 * The writes of a transaction that wait for its end. Done when its work is, whoever was overtaken finds out before the
 * commit: what fails in a commit is logged by the server, with its trace, although it is only done again.
 */
public final class PendingWrites {

    private PendingWrites() {}

    /** Keeps them for the current transaction; those that are there already are replaced. */
    public static void keep(TransactionSynchronizationRegistry transactions, Runnable writes) {
        transactions.putResource(PendingWrites.class, writes);
    }

    /** Does those of the current transaction, if there are any and it is to commit. */
    public static void write(TransactionSynchronizationRegistry transactions) {
        if (transactions.getResource(PendingWrites.class) instanceof Runnable writes
                && !transactions.getRollbackOnly()) {
            writes.run();
        }
    }
}
