package dev.parley.relay.engine;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Says what a transaction has changed once it has committed: to those who wait for messages, and to the sweeper. Only
 * hints: both look again anyway.
 */
@ApplicationScoped
class MailChanges {

    private static final Logger LOG = System.getLogger(MailChanges.class.getName());

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transactions;

    @Inject
    Event<MailWork.Changes> committed;

    /** A transaction that has changed this has committed. */
    void committed(MailWork.Changes changes) {
        try {
            committed.fire(changes);
        } catch (RuntimeException e) {
            // It is committed: whoever was not told looks again, and nobody may believe that it has failed.
            LOG.log(Level.WARNING, "Not everybody was told what came to mailboxes", e);
        }
    }

    /** The current transaction changes this. */
    void afterCommit(MailWork.Changes changes) {
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    committed(changes);
                }
            }
        });
    }
}
