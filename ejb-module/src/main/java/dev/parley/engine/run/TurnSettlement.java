package dev.parley.engine.run;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.EarlyTurn;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Event;
import dev.parley.conversation.JournalEntry;
import dev.parley.engine.wire.Lane;
import dev.parley.engine.wire.Work;
import java.util.List;

/**
 * Stores what has changed. Where turns are taken, what is kept is looked at before: the next turn may be taken now, and what is late, or left when the
 * conversation has ended, is refused. Whoever stores a conversation that takes turns has locked it, so that nothing is kept meanwhile.
 */
final class TurnSettlement {

    private final UnitOfWork unit;
    private final EffectExecutor enactment;

    TurnSettlement(UnitOfWork unit) {
        this.unit = unit;
        // Whoever cannot be told has asked over HTTP, and sees in the conversation what became of it.
        this.enactment = new EffectExecutor(unit, reason -> {}, this::runLater);
    }

    /** Locks a conversation that takes turns; the transaction fails if it has changed since it was read. */
    void lock(Conversation conversation) {
        if (conversation.turns() != null) {
            unit.store().lock(conversation);
        }
    }

    /** Stores a change of a conversation that is there; what comes back is what was stored. */
    Conversation store(Conversation changed) {
        if (changed.turns() == null) {
            unit.store().update(changed);
            return changed;
        }
        Conversation settled = settle(changed);
        unit.store().update(settled);
        unit.store().earliestKept(settled.id()).ifPresent(earliest -> unit.store()
                .lookAt(settled.id(), earliest));
        return settled;
    }

    private Conversation settle(Conversation changed) {
        Conversation current = changed;
        for (EarlyTurn kept : unit.store().kept(changed.id(), upTo(changed), unit.now())) {
            var event = new Event.Recalled(kept, journal(current, kept.turn()));
            var decision = unit.pattern().decide(current, event, unit.now());
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

    private Conversation runLater(Conversation conversation, Effect.Run run) {
        // Work that belongs into another lane is moved there.
        unit.gateway()
                .work(Lane.SHARED, new Work(conversation.id(), conversation.operation(), null, 0, conversation.turn()));
        return conversation;
    }
}
