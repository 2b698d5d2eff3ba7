package dev.parley.turn.engine;

import dev.parley.turn.EarlyTurn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The turns that are kept in the database. */
@ApplicationScoped
class EarlyTurnTable implements EarlyTurns {

    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Override
    public void keep(String conversationId, EarlyTurn turn) {
        entities.persist(new EarlyTurnRow(conversationId, turn));
    }

    @Override
    public void drop(String conversationId, String messageId) {
        entities.remove(entities.getReference(EarlyTurnRow.class, new EarlyTurnRow.Key(conversationId, messageId)));
    }

    @Override
    public int count(String conversationId) {
        return entities.createQuery("select count(k) from EarlyTurnRow k where k.conversationId = :id", Long.class)
                .setParameter("id", conversationId)
                .getSingleResult()
                .intValue();
    }

    @Override
    public Optional<EarlyTurn> find(String conversationId, String messageId) {
        return Optional.ofNullable(entities.find(EarlyTurnRow.class, new EarlyTurnRow.Key(conversationId, messageId)))
                .map(EarlyTurnRow::toEarlyTurn);
    }

    @Override
    public List<EarlyTurn> upTo(String conversationId, int turn, Instant now) {
        return entities
                .createQuery(
                        "select k from EarlyTurnRow k where k.conversationId = :id"
                                + " and (k.turn <= :upTo or k.expiresAt <= :now) order by k.turn, k.keptAt",
                        EarlyTurnRow.class)
                .setParameter("id", conversationId)
                .setParameter("upTo", turn)
                .setParameter("now", now)
                .getResultList()
                .stream()
                .map(EarlyTurnRow::toEarlyTurn)
                .toList();
    }

    @Override
    public Optional<Instant> earliest(String conversationId) {
        return Optional.ofNullable(entities.createQuery(
                        "select min(k.expiresAt) from EarlyTurnRow k where k.conversationId = :id", Instant.class)
                .setParameter("id", conversationId)
                .getSingleResult());
    }
}
