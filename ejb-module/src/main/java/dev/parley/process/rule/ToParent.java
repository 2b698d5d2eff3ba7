package dev.parley.process.rule;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Effect;
import dev.parley.message.MessageKind;
import dev.parley.message.Outgoing;
import dev.parley.message.Problem;

/** What a process that has ended tells the one that has asked for it, and now has it undone. */
public final class ToParent {

    private ToParent() {}

    /** Nothing of it is left. */
    public static void undone(String key, Draft draft) {
        answer(key, MessageKind.REPLY, "{}", draft);
    }

    /** It cannot be undone. */
    public static void refuse(String key, Problem why, Draft draft) {
        answer(key, MessageKind.FAULT, why.toJson(), draft);
    }

    private static void answer(String key, MessageKind kind, String body, Draft draft) {
        Conversation conversation = draft.conversation();
        draft.add(new Effect.Send(new Outgoing(
                conversation.replyTo(),
                kind,
                conversation.operation(),
                conversation.id(),
                conversation.id() + "." + key,
                conversation.correlationId(),
                key,
                body)));
    }
}
