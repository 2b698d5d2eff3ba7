package dev.parley.turn.engine;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.JournalEntry;
import dev.parley.engine.run.EffectExecutor;
import dev.parley.engine.run.UnitOfWork;
import dev.parley.turn.EarlyTurn;
import dev.parley.turn.TurnRecalled;
import java.util.List;

/**
 * Stores what has changed. What is kept is looked at before: the next turn may be taken now, and what is late, or left
 * when the conversation has ended, is refused. Whoever stores a conversation that takes turns has locked it, so that
 * nothing is kept meanwhile.
 */
final class TurnSettlement {

    private final UnitOfWork unit;
    private final EarlyTurns early;
    private final EffectExecutor enactment;

    TurnSettlement(UnitOfWork unit, EarlyTurns early) {
        this.unit = unit;
        this.early = early;
        // Whoever cannot be told has asked over HTTP, and sees in the conversation what became of it.
        this.enactment = new EffectExecutor(unit, reason -> {});
    }

    /** Stores a change of a conversation that is there; what comes back is what was stored. */
    Conversation store(Conversation changed) {
        Conversation settled = settle(changed);
        unit.store().update(settled);
        early.earliest(settled.id()).ifPresent(at -> unit.store().lookAt(settled.id(), at));
        return settled;
    }

    private Conversation settle(Conversation changed) {
        Conversation current = changed;
        for (EarlyTurn kept : early.upTo(changed.id(), upTo(changed), unit.now())) {
            var event = new TurnRecalled(kept, journal(current, kept.turn()));
            var decision = unit.patterns().decide(current, event, unit.now());
            current = enactment.enact(decision.conversation(), decision.effects());
        }
        return current;
    }

    private static int upTo(Conversation conversation) {
        return conversation.status().isFinal() ? Integer.MAX_VALUE : conversation.turn() + 1;
    }

    /** The journal of a turn, if it has been taken. */
    List<JournalEntry> journal(Conversation conversation, int turn) {
        if (turn < 1 || turn > conversation.turn()) {
            return List.of();
        }
        unit.store().flush();
        return unit.store().turns(conversation.id(), turn, turn);
    }
}
