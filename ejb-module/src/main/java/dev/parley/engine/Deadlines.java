package dev.parley.engine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Ends what is past its deadline and removes what is past its retention; any number of nodes at once. */
@ApplicationScoped
class Deadlines {

    private static final int MOST = 200;

    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Inject
    Units units;

    @Inject
    Queues queues;

    @Inject
    Transactions transactions;

    /** Does all that is due, a transaction per batch. */
    void sweep() {
        while (endDue() == MOST) {
            // there may be more
        }
        while (removeEnded() == MOST) {
            // there may be more
        }
    }

    private int endDue() {
        return transactions.inNew(() -> {
            try (JmsGateway gateway = queues.open()) {
                return new DueBatch(units.unit(gateway)).sweep(MOST);
            }
        });
    }

    private int removeEnded() {
        return transactions.inNew(() -> units.ledger().removeEnded(units.now(), MOST));
    }

    /** When the next is due; empty if nothing is. */
    Optional<Instant> next() {
        return Stream.of(earliest(false), earliest(true))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    private Optional<Instant> earliest(boolean ended) {
        return Optional.ofNullable(
                entities.createQuery("select min(c.dueAt) from ConversationRow c where c.ended = :ended", Instant.class)
                        .setParameter("ended", ended)
                        .getSingleResult());
    }
}
