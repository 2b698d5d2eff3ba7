package dev.parley.conversation;

import dev.parley.message.ProblemKind;

/** The problems that conversations of every pattern have. */
public enum ConversationProblem implements ProblemKind {
    CONVERSATION_UNKNOWN(404, "Conversation unknown"),
    CONVERSATION_GONE(410, "Conversation removed"),
    CONVERSATION_ENDED(409, "Conversation has ended"),
    RETRY_IMPOSSIBLE(409, "Cannot go on"),
    NOT_COMPENSABLE(409, "Cannot be undone any more"),
    REASON_MISSING(400, "No reason given"),
    CONVERSATION_ID_TAKEN(409, "Conversation id taken"),
    CONVERSATION_MISSING(0, "Message without a conversation"),
    EXCHANGE_UNSUPPORTED(400, "Exchange not possible with this operation"),
    TURN_UNSUPPORTED(409, "No turns here"),
    PATTERN_UNKNOWN(503, "Not known on this node"),
    HOP_LIMIT(508, "Operations call each other in a loop");

    private final int status;
    private final String title;

    ConversationProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
