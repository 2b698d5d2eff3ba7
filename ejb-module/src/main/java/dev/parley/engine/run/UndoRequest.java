package dev.parley.engine.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Effect;
import dev.parley.conversation.JournalEntry;
import dev.parley.message.Direction;
import dev.parley.message.MessageKind;
import java.util.List;
import java.util.Optional;

/** The request by which a conversation has undone what it has done: the same each time, as it is in its journal. */
final class UndoRequest {

    private static final String NULL = "null";

    private UndoRequest() {}

    static Effect.Ask of(UnitOfWork unit, Conversation conversation, Effect.AskUndo undo) {
        return new Effect.Ask(undo.key(), undo.operation(), body(unit, conversation.id(), undo), undo.deadline());
    }

    private static String body(UnitOfWork unit, String id, Effect.AskUndo undo) {
        String reply = unit.store().answers(List.of(id)).getOrDefault(id, List.of()).stream()
                .filter(entry -> entry.kind() == MessageKind.REPLY)
                .reduce((first, second) -> second)
                .or(() -> cameLate(unit, id))
                .map(JournalEntry::body)
                .orElse(NULL);
        if (undo.takesReply()) {
            return reply;
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        String request = unit.store().requestBodies(List.of(id)).getOrDefault(id, NULL);
        body.putRawValue("request", new RawValue(request.isBlank() ? NULL : request));
        body.putRawValue("reply", new RawValue(reply));
        return body.put("outcome", "done").toString();
    }

    /** What its provider replied when nobody waited for that any more, and so was not passed on. */
    private static Optional<JournalEntry> cameLate(UnitOfWork unit, String id) {
        unit.store().flush();
        return unit.store().turns(id, 0, 0).stream()
                .filter(entry -> entry.direction() == Direction.IN && entry.kind() == MessageKind.REPLY)
                .findFirst();
    }
}
