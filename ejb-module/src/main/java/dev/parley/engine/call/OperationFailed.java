package dev.parley.engine.call;

import org.jspecify.annotations.Nullable;

/** An operation threw what it had not declared: the transaction rolls back, and the request is delivered again. */
public class OperationFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String conversationId;
    private final String why;

    public OperationFailed(String operation, String conversationId, String why, @Nullable Throwable cause) {
        super(operation + " failed in conversation " + conversationId + ": " + why, cause);
        this.conversationId = conversationId;
        this.why = why;
    }

    public String conversationId() {
        return conversationId;
    }

    public String why() {
        return why;
    }
}
