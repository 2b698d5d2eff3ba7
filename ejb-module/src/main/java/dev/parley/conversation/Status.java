package dev.parley.conversation;

/** The status of a conversation. A final status does not change again, unless what has succeeded is undone. */
public enum Status {
    /** Durable, and not begun as far as anybody can see. */
    ACCEPTED(false),
    /** Begun: a provider has been asked. */
    RUNNING(false),
    /** Being undone: a compensation is on its way. */
    COMPENSATING(false),
    /** A compensation cannot be completed; waits for an operator. */
    STUCK(false),
    /** Ended with what was asked for. */
    SUCCEEDED(true),
    /** Ended with a fault. */
    FAULTED(true),
    /** Ended with everything undone. */
    COMPENSATED(true),
    /** Ended by its deadline. */
    EXPIRED(true),
    /** Ended by its requester. */
    CANCELLED(true);

    private final boolean isFinal;

    Status(boolean isFinal) {
        this.isFinal = isFinal;
    }

    /** True if the conversation has ended. */
    public boolean isFinal() {
        return isFinal;
    }
}
