package dev.parley.engine.journal;

import dev.parley.conversation.JournalEntry;
import dev.parley.engine.commit.PendingWrites;
import dev.parley.message.Direction;
import dev.parley.message.MessageKind;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The entries of a transaction's journal until it commits. They are written behind the changes of the conversations
 * that they are of: first a conversation's row, then its journal, everywhere. Whoever entered something before it had
 * the row would keep its number from another one that has the row, and each would wait for the other.
 */
@ApplicationScoped
class JournalBuffer {

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transactions;

    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    /** Takes an entry of the current transaction. */
    void add(JournalEntry entry) {
        Entries there = (Entries) transactions.getResource(Entries.class);
        if (there == null) {
            there = new Entries();
            transactions.putResource(Entries.class, there);
            transactions.registerInterposedSynchronization(there);
            PendingWrites.keep(transactions, this::write);
        }
        there.entries.add(entry);
    }

    /** The request of that id, if it was added, and is not written yet. */
    Optional<JournalEntry> request(String conversationId, Direction direction, String messageId) {
        return transactions.getResource(Entries.class) instanceof Entries there
                ? there.entries.stream()
                        .filter(entry -> entry.conversationId().equals(conversationId)
                                && entry.direction() == direction
                                && entry.kind() == MessageKind.REQUEST
                                && entry.messageId().equals(messageId))
                        .findFirst()
                : Optional.empty();
    }

    /** Writes what was changed, and then the entries. */
    void write() {
        entities.flush();
        if (transactions.getResource(Entries.class) instanceof Entries there && !there.entries.isEmpty()) {
            there.entries.forEach(entry -> entities.persist(new JournalRow(entry)));
            there.entries.clear();
            entities.flush();
        }
    }

    private final class Entries implements Synchronization {

        private final List<JournalEntry> entries = new ArrayList<>();

        @Override
        public void beforeCompletion() {
            if (!entries.isEmpty() && !transactions.getRollbackOnly()) {
                write();
            }
        }

        @Override
        public void afterCompletion(int status) {}
    }
}
