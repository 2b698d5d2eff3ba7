package dev.parley.engine.commit;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;

/**
 * The background: what may take long is run there, in threads that nobody waits for: those of the managed executors
 * commit for callers, and are few.
 */
@Stateless
@PermitAll
public class Background {

    /** Runs it, without a transaction, in another thread. */
    @Asynchronous
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void run(Runnable work) {
        work.run();
    }
}
