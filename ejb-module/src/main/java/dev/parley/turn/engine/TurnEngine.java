package dev.parley.turn.engine;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Effect;
import dev.parley.directory.ServedOperation;
import dev.parley.engine.run.EffectExecutor;
import dev.parley.engine.run.PatternEngine;
import dev.parley.engine.run.PendingRequest;
import dev.parley.engine.run.RequestHandler;
import dev.parley.engine.run.UnitOfWork;
import dev.parley.turn.BufferTurn;
import dev.parley.turn.DropTurn;
import dev.parley.turn.TurnPattern;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;

/** The engine's part for turns: their conversations are locked, and turns that came early are kept beside them. */
@Dependent
public class TurnEngine implements PatternEngine {

    private final EarlyTurns early;

    /** The part for turns, with those that came early. */
    @Inject
    public TurnEngine(EarlyTurns early) {
        this.early = early;
    }

    @Override
    public String pattern() {
        return TurnPattern.NAME;
    }

    @Override
    public boolean takes(PendingRequest request) {
        ServedOperation method = request.request().operation().method();
        return method != null && method.takesTurns();
    }

    @Override
    public boolean sharesConversations() {
        return true;
    }

    @Override
    public Optional<RequestHandler> handler(
            UnitOfWork unit, Function<PendingRequest, EffectExecutor> executors, Collection<String> ids) {
        return Optional.of(new TurnBatch(unit, early, executors, ids));
    }

    @Override
    public void lock(UnitOfWork unit, Conversation conversation) {
        unit.store().lock(conversation);
    }

    @Override
    public Conversation store(UnitOfWork unit, Conversation changed) {
        return new TurnSettlement(unit, early).store(changed);
    }

    @Override
    public void enact(UnitOfWork unit, Conversation conversation, Effect.OfPattern effect) {
        if (effect instanceof BufferTurn buffer) {
            early.keep(conversation.id(), buffer.turn());
        } else if (effect instanceof DropTurn drop) {
            early.drop(conversation.id(), drop.messageId());
        } else {
            throw EffectExecutor.unknown(conversation, effect);
        }
    }
}
