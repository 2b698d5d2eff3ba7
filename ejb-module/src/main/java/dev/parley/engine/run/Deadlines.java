package dev.parley.engine.run;

import dev.parley.engine.commit.Transactions;
import dev.parley.engine.config.Settings;
import dev.parley.engine.gateway.Gateway;
import dev.parley.engine.gateway.Gateways;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Ends what is past its deadline and removes what is past its retention; any number of nodes at once. */
@ApplicationScoped
class Deadlines {

    private static final Logger LOG = System.getLogger(Deadlines.class.getName());
    private static final int MOST = 200;
    private static final int MOST_PUT_OFF = 10;

    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Inject
    UnitsOfWork units;

    @Inject
    Settings settings;

    @Inject
    Gateways gateways;

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
        try {
            return endDue(MOST);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Deadlines could not be kept together; each is tried alone", e);
            return endDueOneByOne();
        }
    }

    private int endDue(int most) {
        return transactions.inNew(() -> {
            try (Gateway gateway = gateways.open()) {
                return new DueBatch(units.unit(gateway)).sweep(most);
            }
        });
    }

    /** One that cannot be ended must not keep the others from it: it is put off. */
    private int endDueOneByOne() {
        int putOff = 0;
        for (int ended = 0; ended < MOST; ended++) {
            try {
                if (endDue(1) == 0) {
                    return ended;
                }
            } catch (RuntimeException e) {
                putOff++;
                if (putOff > MOST_PUT_OFF) {
                    throw e;
                }
                LOG.log(Level.ERROR, "A conversation past its deadline could not be ended and is put off", e);
                putOffFirst();
            }
        }
        return MOST;
    }

    private void putOffFirst() {
        transactions.inNew(() -> {
            Instant until = units.now().plus(settings.sweepInterval());
            units.store().claimDue(units.now(), 1).forEach(c -> units.store().postpone(c.id(), until));
            return true;
        });
    }

    private int removeEnded() {
        return transactions.inNew(() -> units.store().removeEnded(units.now(), MOST));
    }

    /** When the next is due; empty if nothing is. */
    Optional<Instant> next() {
        return Stream.of(earliest(false), earliest(true))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    /** The first entry of the index; H2 reads all of them for a minimum. */
    private Optional<Instant> earliest(boolean ended) {
        return entities
                .createQuery(
                        "select c.dueAt from ConversationRow c where c.ended = :ended order by c.ended, c.dueAt",
                        Instant.class)
                .setParameter("ended", ended)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }
}
