package dev.parley.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of conversations, newest first.
 *
 * @param conversations at most as many as were asked for
 * @param next the cursor of the next page; null if this is the last
 */
public record ConversationPage(List<Conversation> conversations, @Nullable String next) {

    public ConversationPage {
        conversations = List.copyOf(conversations);
    }
}
