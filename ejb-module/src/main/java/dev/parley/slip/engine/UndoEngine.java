package dev.parley.slip.engine;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationProblem;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Event;
import dev.parley.conversation.Received;
import dev.parley.conversation.StateJson;
import dev.parley.engine.run.EffectExecutor;
import dev.parley.engine.run.PatternEngine;
import dev.parley.engine.run.PendingRequest;
import dev.parley.engine.run.UnitOfWork;
import dev.parley.message.MessageKind;
import dev.parley.message.Problem;
import dev.parley.slip.Recalled;
import dev.parley.slip.SlipPattern;
import dev.parley.slip.TellUndone;
import dev.parley.slip.undo.Recall;
import dev.parley.slip.undo.UndoPattern;
import jakarta.enterprise.context.Dependent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The engine's part for requests to undo slips: both conversations change in one transaction. */
@Dependent
public class UndoEngine implements PatternEngine {

    private static final String CONVERSATION = "conversation:";

    @Override
    public String pattern() {
        return UndoPattern.NAME;
    }

    @Override
    public boolean takes(PendingRequest request) {
        return request.request().operation() instanceof UndoResolution;
    }

    @Override
    public void enact(UnitOfWork unit, Conversation undoing, Effect.OfPattern effect) {
        if (!(effect instanceof Recall recall)) {
            throw EffectExecutor.unknown(undoing, effect);
        }
        Conversation slip = unit.store().look(List.of(recall.slip())).get(recall.slip());
        if (slip == null || !slip.pattern().equals(SlipPattern.NAME) || !mayUndo(unit, undoing, slip)) {
            Problem unknown = ConversationProblem.CONVERSATION_UNKNOWN.because(
                    "There is no slip " + recall.slip() + " of yours that is kept, or not any more.");
            answer(unit, undoing.id(), recall.slip(), MessageKind.FAULT, unknown.toJson());
            return;
        }
        String body = StateJson.object().put("undo", true).toString();
        unit.tell(
                slip.id(),
                new Recalled(undoing.id()),
                new Received(
                        MessageKind.NOTICE,
                        undoing.sender(),
                        slip.id() + ".recalled." + undoing.id(),
                        slip.correlationId(),
                        body));
    }

    /**
     * Whoever has asked for it may, and what goes on for the same person: an instance that was begun again undoes what
     * it has taken over. Others may ask too, by a step of a slip of their own.
     */
    private static boolean mayUndo(UnitOfWork unit, Conversation undoing, Conversation slip) {
        if (undoing.sender().equals(slip.sender())) {
            return true;
        }
        String owner = first(unit, undoing).owner();
        return owner != null && owner.equals(first(unit, slip).owner());
    }

    /** The conversation that began it all, of those that asked each other until that one. */
    private static Conversation first(UnitOfWork unit, Conversation last) {
        Conversation first = last;
        while (first.sender().startsWith(CONVERSATION)) {
            String asking = first.sender().substring(CONVERSATION.length());
            Conversation before = unit.store().look(List.of(asking)).get(asking);
            if (before == null) {
                return first;
            }
            first = before;
        }
        return first;
    }

    /** Tells the conversation that wants a slip undone. */
    static void tell(UnitOfWork unit, String slip, TellUndone tell) {
        Problem refused = tell.refused();
        if (refused != null) {
            answer(unit, tell.conversation(), slip, MessageKind.FAULT, refused.toJson());
        } else {
            String outcome = tell.something() ? "undone" : "nothing-to-undo";
            String body = StateJson.object().put("outcome", outcome).toString();
            answer(unit, tell.conversation(), slip, MessageKind.REPLY, body);
        }
    }

    private static void answer(UnitOfWork unit, String undoing, @Nullable String slip, MessageKind kind, String body) {
        unit.tell(
                undoing,
                new Event.Answered(UndoPattern.KEY, slip, kind, body),
                new Received(kind, EffectExecutor.PARLEY, undoing + "." + UndoPattern.KEY, undoing, body));
    }
}
