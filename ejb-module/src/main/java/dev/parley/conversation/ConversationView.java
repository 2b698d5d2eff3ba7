package dev.parley.conversation;

import org.jspecify.annotations.Nullable;

/**
 * A conversation as its requester sees it.
 *
 * @param conversation the conversation
 * @param reply the reply's JSON text, once there is one
 * @param fault the fault's problem object as JSON text, once there is one
 * @param turn the turn it is about; 0 where none are taken
 */
public record ConversationView(Conversation conversation, @Nullable String reply, @Nullable String fault, int turn) {

    /** The conversation as it stands, not one of its turns. */
    public ConversationView(Conversation conversation, @Nullable String reply, @Nullable String fault) {
        this(conversation, reply, fault, conversation.turn());
    }
}
