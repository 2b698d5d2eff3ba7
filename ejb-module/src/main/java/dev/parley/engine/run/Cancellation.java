package dev.parley.engine.run;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationProblem;
import dev.parley.conversation.ConversationView;
import dev.parley.conversation.Decision;
import dev.parley.conversation.Event;
import dev.parley.conversation.Status;
import dev.parley.engine.journal.Conversations;
import dev.parley.message.Caller;
import dev.parley.message.CommonProblem;
import dev.parley.message.Participant;
import dev.parley.message.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/**
 * The cancellation of conversations, as far as their patterns still can: the requester is told and waits no more, an
 * operation that has not committed by then has no effect, and what a provider outside of the EAR does is not undone,
 * but by a process that has asked for it, or by an operation that undoes what has succeeded.
 */
@ApplicationScoped
public class Cancellation {

    @Inject
    Conversations conversations;

    @Inject
    Interventions interventions;

    /**
     * Cancels a conversation; the second time changes nothing.
     *
     * @param wish why, and whether it is forced, which only an operator may want
     * @throws Refusal 404 if it is not the caller's, {@code operators-only} 403, 409 {@code conversation-ended} if it
     *     has ended otherwise, or the pattern's
     */
    public ConversationView cancel(String id, CancelReader.Wish wish, Caller caller) {
        Conversation seen = conversations.get(id, caller).conversation();
        if (wish.force() && !caller.operator()) {
            throw new Refusal(CommonProblem.OPERATORS_ONLY.because("Only an operator may force a cancel."));
        }
        // Whoever is about to end it is waited for; whoever comes later finds it ended.
        Event.Cancelled event = new Event.Cancelled(Participant.of(caller), wish.reason(), wish.force());
        boolean cancelled = interventions.happen(seen, event);
        ConversationView view = conversations.get(id, caller);
        Status status = view.conversation().status();
        if (!cancelled && status.isFinal() && status != Status.CANCELLED) {
            throw ended(view.conversation());
        }
        return view;
    }

    private static Refusal ended(Conversation conversation) {
        return new Refusal(ConversationProblem.CONVERSATION_ENDED.because(
                "It has ended with " + conversation.status() + " and cannot be cancelled any more."));
    }

    /**
     * Locks a conversation, and finds out whether it can be cancelled as it stands.
     *
     * @throws Refusal as {@link #cancel}
     */
    public static void check(UnitOfWork unit, String id, Event.Cancelled wish) {
        Conversation there = unit.store().findLocked(List.of(id)).get(id);
        if (there == null) {
            throw new Refusal(ConversationProblem.CONVERSATION_UNKNOWN.because("It was removed just now."));
        }
        Decision decision = unit.patterns().decide(there, wish, unit.now());
        boolean isNothing = decision.equals(Decision.nothing(there));
        if (isNothing && there.status().isFinal() && there.status() != Status.CANCELLED) {
            throw ended(there);
        }
    }
}
