package dev.parley.engine.run;

import dev.parley.engine.commit.AfterCommit;
import dev.parley.engine.commit.Alarm;
import dev.parley.engine.commit.Collision;
import dev.parley.engine.commit.Due;
import dev.parley.engine.commit.Transactions;
import dev.parley.engine.config.Settings;
import dev.parley.engine.gateway.Gateway;
import dev.parley.engine.gateway.Gateways;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Ends what is past its deadline and removes what is past its retention. */
@ApplicationScoped
class ConversationDeadlines implements Due {

    private static final String NAME = "conversations";

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

    @Inject
    Alarm alarm;

    @Override
    public String name() {
        return NAME;
    }

    /** A deadline was committed. */
    void committed(@Observes AfterCommit.Committed committed) {
        Instant dueAt = committed.dueAt();
        if (dueAt != null) {
            alarm.set(NAME, dueAt);
        }
    }

    @Override
    public int sweep(int most) {
        return inNew(() -> {
            try (Gateway gateway = gateways.open()) {
                return new DueBatch(units.unit(gateway)).sweep(most);
            }
        });
    }

    @Override
    public void putOffFirst() {
        inNew(() -> {
            Instant until = units.now().plus(settings.sweepInterval());
            // One whose state cannot be read is put off, too.
            units.store().firstDue(units.now()).ifPresent(id -> units.store().postpone(id, until));
            return true;
        });
    }

    /** Removes what is past its retention. */
    @Override
    public boolean after() {
        while (removeEnded() == most()) {
            // there may be more
        }
        return false;
    }

    private int removeEnded() {
        return inNew(() -> units.store().removeEnded(units.now(), most()));
    }

    private <T> T inNew(Supplier<T> work) {
        return Collision.resolved(() -> transactions.inNew(work));
    }

    @Override
    public Optional<Instant> next() {
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
