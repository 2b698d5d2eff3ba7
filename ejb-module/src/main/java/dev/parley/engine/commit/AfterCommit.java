package dev.parley.engine.commit;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The news of what a transaction has changed, once it has committed: for those who wait for a change, and for the
 * timer. Only hints: both look again anyway.
 */
@ApplicationScoped
public class AfterCommit {

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transactions;

    @Inject
    Event<Committed> committed;

    @Inject
    Event<RolledBack> rolledBack;

    /**
     * The changes of a transaction that has committed.
     *
     * @param conversationIds which conversations that were there before
     * @param dueAt the earliest deadline among those that go on, or null
     * @param wroteMessages true if there are messages in the outbox
     */
    public record Committed(Set<String> conversationIds, @Nullable Instant dueAt, boolean wroteMessages) {}

    /**
     * The operations that ran in a transaction that rolled back, if nobody knew why when it did. One of them may be why
     * it could not commit, such as a constraint that was checked late.
     *
     * @param operations their names
     */
    public record RolledBack(Set<String> operations) {}

    /** A conversation that was there before is changed in the current transaction. */
    public void changed(String conversationId) {
        changes().ids.add(conversationId);
    }

    /** A time at which something is due, because of the current transaction; the earliest counts. */
    public void dueAt(Instant instant) {
        Changes changes = changes();
        if (changes.dueAt == null || instant.isBefore(changes.dueAt)) {
            changes.dueAt = instant;
        }
    }

    /** Messages were written to the outbox. */
    public void wroteMessages() {
        changes().wroteMessages = true;
    }

    /** Does something once the current transaction has committed, and never if it does not. */
    public void then(Runnable action) {
        changes().actions.add(action);
    }

    /** An operation has run to its end in the current transaction. */
    public void ran(String operation) {
        changes().operations.add(operation);
    }

    /** The transaction will roll back, and it is known why: the operations that ran in it are not to blame. */
    public void failureIsKnown() {
        if (transactions.getResource(Changes.class) instanceof Changes there) {
            there.operations.clear();
        }
    }

    private Changes changes() {
        Changes there = (Changes) transactions.getResource(Changes.class);
        if (there != null) {
            return there;
        }
        Changes made = new Changes();
        transactions.putResource(Changes.class, made);
        transactions.registerInterposedSynchronization(made);
        return made;
    }

    private final class Changes implements Synchronization {

        private final Set<String> ids = new LinkedHashSet<>();
        private final Set<String> operations = new LinkedHashSet<>();
        private final List<Runnable> actions = new ArrayList<>();
        private @Nullable Instant dueAt;
        private boolean wroteMessages;

        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                actions.forEach(Runnable::run);
                committed.fire(new Committed(ids, dueAt, wroteMessages));
            } else if (!operations.isEmpty()) {
                rolledBack.fire(new RolledBack(operations));
            }
        }
    }
}
