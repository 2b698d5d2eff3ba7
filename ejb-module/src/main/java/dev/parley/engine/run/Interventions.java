package dev.parley.engine.run;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationProblem;
import dev.parley.conversation.Decision;
import dev.parley.conversation.Event;
import dev.parley.engine.commit.Result;
import dev.parley.engine.commit.Transactions;
import dev.parley.engine.gateway.DeadLettering;
import dev.parley.engine.gateway.Gateway;
import dev.parley.engine.gateway.Gateways;
import dev.parley.message.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Interventions of people in conversations: what they want done happens as an event of the pattern's own, in a
 * transaction of its own. A crash leaves all of it or nothing.
 */
@ApplicationScoped
public class Interventions {

    @Inject
    UnitsOfWork units;

    @Inject
    Gateways gateways;

    @Inject
    Transactions transactions;

    /**
     * Has an event happen to a conversation; whoever else is about to change it is waited for.
     *
     * @return true if that has changed anything
     * @throws Refusal {@code conversation-unknown} 404, {@code pattern-unknown} 503, or the pattern's; nothing has
     *     changed then
     */
    public boolean happen(String id, Event event) {
        return transactions.inNew(() -> decided(id, event)).orThrow();
    }

    private Result<Boolean> decided(String id, Event event) {
        try (Gateway gateway = gateways.open()) {
            UnitOfWork unit = units.unit(gateway);
            Conversation conversation = unit.store().findLocked(List.of(id)).get(id);
            if (conversation == null) {
                return Result.refused(ConversationProblem.CONVERSATION_UNKNOWN.because("It was removed just now."));
            }
            if (!unit.patterns().know(conversation)) {
                return Result.refused(UnknownPattern.problem(conversation, unit.patterns()));
            }
            return decided(unit, conversation, event);
        }
    }

    private static Result<Boolean> decided(UnitOfWork unit, Conversation conversation, Event event) {
        Decision decision;
        try {
            decision = unit.patterns().decide(conversation, event, unit.now());
        } catch (Refusal refused) {
            return Result.refused(refused.problem());
        }
        if (decision.equals(Decision.nothing(conversation))) {
            return Result.of(false);
        }
        DeadLettering parking = reason -> unit.gateway().park(conversation, body(unit, conversation.id()), reason);
        Conversation changed = new EffectExecutor(unit, parking).enact(decision.conversation(), decision.effects());
        unit.engines().of(conversation).store(unit, changed);
        unit.parents().give(unit);
        return Result.of(true);
    }

    private static String body(UnitOfWork unit, String id) {
        return unit.store().requestBodies(List.of(id)).getOrDefault(id, "");
    }
}
