package dev.parley.engine.call;

import dev.parley.conversation.Conversation;
import dev.parley.engine.commit.GoesBack;

/**
 * An operation came back after its deadline: its work rolls back, so that {@code EXPIRED} means that nothing was done.
 */
public class DeadlineMissed extends GoesBack {

    private static final long serialVersionUID = 1L;

    private final String operation;
    private final String conversationId;

    /** The exception for the conversation whose operation came back too late. */
    public DeadlineMissed(Conversation conversation) {
        super(conversation.operation() + " came back after the deadline of conversation " + conversation.id(), null);
        operation = conversation.operation();
        conversationId = conversation.id();
    }

    /** The name of the operation. */
    public String operation() {
        return operation;
    }

    /** The id of the conversation. */
    public String conversationId() {
        return conversationId;
    }
}
