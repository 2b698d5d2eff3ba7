package dev.parley.engine;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationView;
import dev.parley.conversation.JournalEntry;
import dev.parley.conversation.MessageKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a requester's view of a conversation from its journal. */
final class Views {

    private Views() {}

    /**
     * @param sent what was sent in it
     */
    static ConversationView of(Conversation conversation, List<JournalEntry> sent) {
        if (!conversation.status().isFinal()) {
            return new ConversationView(conversation, null, null);
        }
        return new ConversationView(conversation, last(sent, MessageKind.REPLY), last(sent, MessageKind.FAULT));
    }

    private static @Nullable String last(List<JournalEntry> sent, MessageKind kind) {
        return sent.stream()
                .filter(e -> e.kind() == kind)
                .reduce((first, second) -> second)
                .map(JournalEntry::body)
                .orElse(null);
    }
}
