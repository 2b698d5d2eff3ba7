package dev.parley.engine.run;

import org.jspecify.annotations.Nullable;

/** An operation threw what it had not declared: the transaction rolls back, and the request is delivered again. */
class OperationFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String conversationId;
    private final String why;

    OperationFailed(String operation, String conversationId, String why, @Nullable Throwable cause) {
        super(operation + " failed in conversation " + conversationId + ": " + why, cause);
        this.conversationId = conversationId;
        this.why = why;
    }

    String conversationId() {
        return conversationId;
    }

    String why() {
        return why;
    }
}
