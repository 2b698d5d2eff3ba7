package dev.parley.engine.run;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationProblem;
import dev.parley.conversation.Decision;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Event;
import dev.parley.conversation.Received;
import dev.parley.engine.commit.Result;
import dev.parley.engine.gateway.DeadLettering;
import dev.parley.engine.gateway.Gateway;
import dev.parley.message.MessageKind;
import dev.parley.message.Problem;
import dev.parley.message.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The retries of conversations that have failed, and what operators say in them, within the current transaction. */
@ApplicationScoped
public class Retries {

    @Inject
    UnitsOfWork units;

    /**
     * Has a conversation go on; whoever else is about to change it is waited for.
     *
     * @param messageId the id of its request: anybody can have written the name of a conversation
     * @param by who wants that
     * @return false if it goes on already
     */
    public Result<Boolean> retry(String id, String messageId, String by, String reason, Gateway gateway) {
        UnitOfWork unit = units.unit(gateway);
        Conversation there = unit.store().findLocked(List.of(id)).get(id);
        if (there == null) {
            return Result.refused(ConversationProblem.CONVERSATION_GONE.because(
                    "Conversation " + id + " is not there any more: send the dead letter as a new request."));
        }
        if (!there.messageId().equals(messageId)) {
            return Result.refused(ConversationProblem.RETRY_IMPOSSIBLE.because(
                    "It is no request of conversation " + id + ": send it as a new request, or drop it."));
        }
        return unit.patterns().goesOnAfterFailure(there)
                ? retry(unit, there, by, reason)
                : Result.refused(notOfThatPattern(there));
    }

    private static Result<Boolean> retry(UnitOfWork unit, Conversation there, String by, String reason) {
        Instant now = unit.now();
        Instant deadline = now.plus(unit.settings().limits().defaultDeadline());
        try {
            Event event = new Event.Retried(by, reason, deadline);
            Decision decision = unit.patterns().decide(there, event, now);
            if (decision.equals(Decision.nothing(there))) {
                return Result.of(false);
            }
            store(unit, there, decision);
            return Result.of(true);
        } catch (Refusal refused) {
            return Result.refused(refused.problem());
        }
    }

    private static void store(UnitOfWork unit, Conversation there, Decision decision) {
        DeadLettering nowhere = reason -> {
            throw new IllegalStateException("What goes on is not parked: " + reason);
        };
        Conversation changed = new EffectExecutor(unit, nowhere).enact(decision.conversation(), decision.effects());
        unit.engines().of(there).store(unit, changed);
    }

    private static Problem notOfThatPattern(Conversation there) {
        return ConversationProblem.RETRY_IMPOSSIBLE.because("Conversations of the pattern " + there.pattern()
                + " do not go on from a dead letter: settle a process by its steps, and begin turns again.");
    }

    /**
     * Notes in the journal of a conversation what was done about it; nothing in one that is not there, or of whose
     * request it is not.
     *
     * @param messageId the id of its request
     * @param noteId the id of the note
     */
    public Optional<Conversation> note(
            String id, String messageId, String by, String noteId, String body, Gateway gateway) {
        UnitOfWork unit = units.unit(gateway);
        Conversation there = unit.store().findLocked(List.of(id)).get(id);
        if (there == null
                || !there.messageId().equals(messageId)
                || !unit.patterns().know(there)) {
            return Optional.empty();
        }
        Received said = new Received(MessageKind.NOTICE, by, noteId, there.correlationId(), body);
        store(unit, there, new Decision(there, List.of(new Effect.Note(said))));
        return Optional.of(there);
    }
}
