package dev.parley.engine.journal;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationView;
import dev.parley.conversation.JournalEntry;
import dev.parley.conversation.Status;
import dev.parley.message.MessageKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The requester's view of a conversation, made from its journal. */
public final class Views {

    private Views() {}

    /**
     * The view of a conversation without turns.
     *
     * @param sent what was sent in it
     */
    public static ConversationView of(Conversation conversation, List<JournalEntry> sent) {
        if (!conversation.status().isFinal()) {
            return new ConversationView(conversation, null, null);
        }
        // What had failed, and was done when an operator had it go on, has not failed
        boolean succeeded = conversation.status() == Status.SUCCEEDED;
        return new ConversationView(
                conversation, last(sent, MessageKind.REPLY), succeeded ? null : last(sent, MessageKind.FAULT));
    }

    /**
     * The view of one turn.
     *
     * @param journaled what was sent in that turn
     */
    public static ConversationView ofTurn(Conversation conversation, int turn, List<JournalEntry> journaled) {
        return new ConversationView(
                conversation, last(journaled, MessageKind.REPLY), last(journaled, MessageKind.FAULT), turn);
    }

    /**
     * A conversation in turns as it stands: with the reply to the last turn that was answered, or the fault that ended
     * it.
     */
    static ConversationView ofTurns(Conversation conversation, List<JournalEntry> journaled) {
        String fault = last(journaled, MessageKind.FAULT);
        return new ConversationView(conversation, fault == null ? last(journaled, MessageKind.REPLY) : null, fault);
    }

    private static @Nullable String last(List<JournalEntry> sent, MessageKind kind) {
        return sent.stream()
                .filter(e -> e.kind() == kind)
                .reduce((first, second) -> second)
                .map(JournalEntry::body)
                .orElse(null);
    }
}
