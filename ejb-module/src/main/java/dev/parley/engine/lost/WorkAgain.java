package dev.parley.engine.lost;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Patterns;
import dev.parley.conversation.Status;
import dev.parley.directory.Operations;
import dev.parley.engine.commit.Collision;
import dev.parley.engine.commit.Transactions;
import dev.parley.engine.gateway.Gateway;
import dev.parley.engine.gateway.Gateways;
import dev.parley.engine.run.UnitOfWork;
import dev.parley.engine.run.UnitsOfWork;
import dev.parley.engine.wire.Lane;
import dev.parley.engine.wire.OperationWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Sends work again of what the database has as accepted. Conversations are read, and neither locked nor changed: it
 * waits for nobody, and nobody for it.
 */
@ApplicationScoped
class WorkAgain {

    private static final Set<Status> TO_DO = Set.of(Status.ACCEPTED, Status.RUNNING);

    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Inject
    UnitsOfWork units;

    @Inject
    Gateways gateways;

    @Inject
    Transactions transactions;

    @Inject
    Patterns patterns;

    @Inject
    Operations operations;

    @Inject
    QueuedWork queued;

    /**
     * The pages of what nobody has touched since an instant; what lies in the queues is looked at now.
     *
     * @param untouchedSince what has changed later has work since then
     */
    Resending.Pages pages(Instant untouchedSince) {
        LostWork lost = new LostWork(patterns, name -> operations.find(name).isPresent(), queued.places());
        return (after, most) -> Collision.resolved(() -> transactions.inNew(() -> {
            try (Gateway gateway = gateways.open()) {
                return units.with(gateway, unit -> page(unit, lost, ids(untouchedSince, after, most)));
            }
        }));
    }

    private static Resending.Page page(UnitOfWork unit, LostWork lost, List<String> ids) {
        Collection<Conversation> found = unit.store().find(ids).values();
        List<OperationWork> work = lost.of(found, unit.now());
        work.forEach(one -> unit.gateway().work(Lane.SHARED, one)); // from there it goes to the lane that it belongs to
        return new Resending.Page(ids.size(), ids.isEmpty() ? "" : ids.get(ids.size() - 1), work.size());
    }

    private List<String> ids(Instant untouchedSince, String after, int most) {
        return entities.createQuery(
                        "select c.id from ConversationRow c where c.ended = false and c.status in :toDo"
                                + " and c.pattern in :known and c.updatedAt < :since and c.id > :after order by c.id",
                        String.class)
                .setParameter("toDo", TO_DO)
                .setParameter("known", patterns.names())
                .setParameter("since", untouchedSince)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList();
    }
}
