package dev.parley.engine.run;

import dev.parley.simulation.Session;
import dev.parley.simulation.Transaction;
import dev.parley.turn.EarlyTurn;
import dev.parley.turn.engine.EarlyTurns;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Turns that are kept in the simulated database, within a transaction. */
final class SimulatedEarlyTurns implements EarlyTurns {

    private final EngineTables tables;
    private final Transaction transaction;
    private final Session session;

    SimulatedEarlyTurns(EngineTables tables, Transaction transaction) {
        this.tables = tables;
        this.transaction = transaction;
        this.session = transaction.database();
    }

    @Override
    public void keep(String conversationId, EarlyTurn turn) {
        transaction.checkpoint("before it keeps");
        session.insert(tables.kept, place(conversationId, turn.request().messageId()), turn);
    }

    private static EngineTables.KeptPlace place(String conversationId, String messageId) {
        return new EngineTables.KeptPlace(conversationId, messageId);
    }

    @Override
    public void drop(String conversationId, String messageId) {
        session.delete(tables.kept, place(conversationId, messageId));
    }

    @Override
    public int count(String conversationId) {
        return in(conversationId).size();
    }

    private List<EarlyTurn> in(String conversationId) {
        return session.scan(tables.kept, k -> conversationId.equals(k.request().conversationId())).stream()
                .sorted(Comparator.comparing(EarlyTurn::turn).thenComparing(EarlyTurn::at))
                .toList();
    }

    @Override
    public Optional<EarlyTurn> find(String conversationId, String messageId) {
        return Optional.ofNullable(session.read(tables.kept, place(conversationId, messageId)));
    }

    @Override
    public List<EarlyTurn> upTo(String conversationId, int turn, Instant now) {
        transaction.checkpoint("before it looks for what is kept");
        return in(conversationId).stream()
                .filter(k -> k.turn() <= turn || !k.request().expiresAt().isAfter(now))
                .toList();
    }

    @Override
    public Optional<Instant> earliest(String conversationId) {
        return in(conversationId).stream().map(k -> k.request().expiresAt()).min(Instant::compareTo);
    }
}
