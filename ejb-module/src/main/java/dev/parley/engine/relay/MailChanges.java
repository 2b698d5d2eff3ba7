package dev.parley.engine.relay;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** Says what a transaction has changed once it has committed: to those who wait for messages, and to the sweeper. Only hints: both look again anyway. */
@ApplicationScoped
class MailChanges {

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transactions;

    @Inject
    Event<MailWork.Changes> committed;

    /** A transaction that has changed this has committed. */
    void committed(MailWork.Changes changes) {
        committed.fire(changes);
    }

    /** The current transaction changes this. */
    void afterCommit(MailWork.Changes changes) {
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    committed.fire(changes);
                }
            }
        });
    }
}
