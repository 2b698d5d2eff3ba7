package dev.parley.engine.commit;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.function.Supplier;

/**
 * The transactions that work is run in: the current one, one of its own, or none. Such work is nobody's: a thread of
 * the server's executor has the identity of whoever happened to start it, and what other participants' operations do in
 * the same transaction must not be done in that name.
 */
@Stateless
@PermitAll
@RunAs(Transactions.NOBODY)
public class Transactions {

    /** A role that nobody is asked for. */
    static final String NOBODY = "nobody";

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry registry;

    @Inject
    AfterCommit afterCommit;

    /**
     * Does the work in the current transaction, or in one of its own if there is none; what it throws rolls that back.
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public <T> T inCurrent(Supplier<T> work) {
        return work.get();
    }

    /**
     * Commits the work, or rolls it back if it throws.
     *
     * @throws Collided if another transaction was in its way, before the commit
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public <T> T inNew(Supplier<T> work) {
        try {
            T done = work.get();
            PendingWrites.write(registry);
            return done;
        } catch (GoesBack e) {
            throw e;
        } catch (RuntimeException e) {
            if (!Collision.isReasonOf(e)) {
                throw e;
            }
            afterCommit.failureIsKnown();
            throw new Collided(e);
        }
    }

    /** Has the current transaction roll back when it ends. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void rollBack() {
        registry.setRollbackOnly();
    }

    /** Does the work without the current transaction. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public <T> T outside(Supplier<T> work) {
        return work.get();
    }
}
