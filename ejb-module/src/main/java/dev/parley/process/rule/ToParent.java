package dev.parley.process.rule;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Effect;
import dev.parley.message.MessageKind;
import dev.parley.message.Outgoing;
import dev.parley.message.Problem;
import dev.parley.process.state.UndoWaiter;

/** What a process that has ended tells the one that now has it undone. */
public final class ToParent {

    private ToParent() {}

    /** Nothing of it is left. */
    public static void undone(UndoWaiter waiter, Draft draft) {
        answer(waiter, MessageKind.REPLY, "{}", draft);
    }

    /** It cannot be undone. */
    public static void refuse(UndoWaiter waiter, Problem why, Draft draft) {
        answer(waiter, MessageKind.FAULT, why.toJson(), draft);
    }

    private static void answer(UndoWaiter waiter, MessageKind kind, String body, Draft draft) {
        Conversation conversation = draft.conversation();
        draft.add(new Effect.Send(new Outgoing(
                waiter.address() == null ? conversation.replyTo() : waiter.address(),
                kind,
                conversation.operation(),
                conversation.id(),
                conversation.id() + "." + waiter.key(),
                conversation.correlationId(),
                waiter.key(),
                body)));
    }
}
