package dev.parley.engine.run;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationProblem;
import dev.parley.conversation.ConversationView;
import dev.parley.conversation.Event;
import dev.parley.conversation.Patterns;
import dev.parley.conversation.Status;
import dev.parley.engine.commit.Transactions;
import dev.parley.engine.gateway.DeadLettering;
import dev.parley.engine.gateway.Gateway;
import dev.parley.engine.gateway.Gateways;
import dev.parley.engine.journal.ConversationRow;
import dev.parley.engine.journal.Conversations;
import dev.parley.message.Caller;
import dev.parley.message.Participant;
import dev.parley.message.Problem;
import dev.parley.message.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/**
 * The cancellation of conversations, as far as that is still possible: the requester is told and waits no more, an
 * operation that has not committed by then has no effect, and what a provider outside of the EAR does is not undone.
 */
@ApplicationScoped
public class Cancellation {

    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Inject
    Conversations conversations;

    @Inject
    UnitsOfWork units;

    @Inject
    Patterns patterns;

    @Inject
    Gateways gateways;

    @Inject
    Transactions transactions;

    /**
     * Cancels a conversation; the second time changes nothing.
     *
     * @throws Refusal 404 if it is not the caller's, 409 {@code conversation-ended} if it has ended otherwise
     */
    public ConversationView cancel(String id, Caller caller) {
        conversations.get(id, caller);
        if (!transactions.inNew(() -> end(id, caller))) {
            throw new Refusal(ended(conversations.get(id, caller).conversation()));
        }
        return conversations.get(id, caller);
    }

    private boolean end(String id, Caller caller) {
        // Whoever is about to end it is waited for; whoever comes later finds it ended.
        ConversationRow row = entities.find(ConversationRow.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            return false;
        }
        Conversation conversation = row.toConversation(patterns);
        if (conversation.status().isFinal()) {
            return conversation.status() == Status.CANCELLED;
        }
        if (!patterns.know(conversation)) {
            throw new Refusal(UnknownPattern.problem(conversation, patterns));
        }
        end(conversation, caller);
        return true;
    }

    private void end(Conversation conversation, Caller caller) {
        try (Gateway gateway = gateways.open()) {
            UnitOfWork unit = units.unit(gateway);
            var decision =
                    unit.patterns().decide(conversation, new Event.Cancelled(Participant.of(caller)), unit.now());
            DeadLettering parking = reason -> gateway.park(conversation, body(conversation.id()), reason);
            Conversation ended = new EffectExecutor(unit, parking).enact(decision.conversation(), decision.effects());
            unit.engines().of(conversation).store(unit, ended);
            unit.parents().give(unit);
        }
    }

    private String body(String id) {
        return units.store().requestBodies(List.of(id)).getOrDefault(id, "");
    }

    private static Problem ended(Conversation conversation) {
        return ConversationProblem.CONVERSATION_ENDED.because(
                "It has ended with " + conversation.status() + " and cannot be cancelled any more.");
    }
}
