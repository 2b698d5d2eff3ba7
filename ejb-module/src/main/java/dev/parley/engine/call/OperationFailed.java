package dev.parley.engine.call;

import dev.parley.engine.commit.GoesBack;
import org.jspecify.annotations.Nullable;

/** An operation threw what it had not declared: the transaction rolls back, and the request is delivered again. */
public class OperationFailed extends GoesBack {

    private static final long serialVersionUID = 1L;

    private final String operation;
    private final String conversationId;
    private final String why;

    /** The exception for an operation, with why it failed, and what it threw if it threw something. */
    public OperationFailed(String operation, String conversationId, String why, @Nullable Throwable cause) {
        super(operation + " failed in conversation " + conversationId + ": " + why, cause);
        this.operation = operation;
        this.conversationId = conversationId;
        this.why = why;
    }

    /** The name of the operation. */
    public String operation() {
        return operation;
    }

    /** The id of the conversation that it was called in. */
    public String conversationId() {
        return conversationId;
    }

    /** The reason, for operators. */
    public String why() {
        return why;
    }
}
