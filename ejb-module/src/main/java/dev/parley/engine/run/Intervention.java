package dev.parley.engine.run;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationProblem;
import dev.parley.conversation.Decision;
import dev.parley.conversation.Event;
import dev.parley.engine.commit.Result;
import dev.parley.engine.gateway.DeadLettering;
import dev.parley.message.Refusal;
import java.util.List;

/** One intervention, in the current transaction. */
final class Intervention {

    private final UnitOfWork unit;

    Intervention(UnitOfWork unit) {
        this.unit = unit;
    }

    /**
     * Has an event happen to a conversation, which is locked, and before it those that others lock before it.
     *
     * @param seen as it was read before
     * @return true if that has changed anything
     */
    Result<Boolean> happen(Conversation seen, Event event) {
        unit.store().findLocked(unit.engines().of(seen).lockedBefore(seen));
        Conversation conversation = unit.store().findLocked(List.of(seen.id())).get(seen.id());
        if (conversation == null) {
            return Result.refused(ConversationProblem.CONVERSATION_UNKNOWN.because("It was removed just now."));
        }
        if (!unit.patterns().know(conversation)) {
            return Result.refused(UnknownPattern.problem(conversation, unit.patterns()));
        }
        return decided(conversation, event);
    }

    private Result<Boolean> decided(Conversation conversation, Event event) {
        Decision decision;
        try {
            decision = unit.patterns().decide(conversation, event, unit.now());
        } catch (Refusal refused) {
            return Result.refused(refused.problem());
        }
        if (decision.equals(Decision.nothing(conversation))) {
            return Result.of(false);
        }
        DeadLettering parking = reason -> unit.gateway().park(conversation, body(conversation.id()), reason);
        Conversation changed = new EffectExecutor(unit, parking).enact(decision.conversation(), decision.effects());
        unit.engines().of(conversation).store(unit, changed);
        unit.parents().give(unit);
        return Result.of(true);
    }

    private String body(String id) {
        return unit.store().requestBodies(List.of(id)).getOrDefault(id, "");
    }
}
