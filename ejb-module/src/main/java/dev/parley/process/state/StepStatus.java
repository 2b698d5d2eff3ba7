package dev.parley.process.state;

/** Where a step stands. */
public enum StepStatus {
    /** It is tried again after a pause. */
    WAITING,
    /** It was begun: its operation is asked, its message or its time awaited, or a step in it is open. */
    RUNNING,
    /** Its tentative operation is held. */
    HELD,
    /** It was done. */
    SUCCEEDED,
    /** It answered that it cannot; nothing of it is left to undo. */
    FAULTED,
    /** The same, and it went on. */
    IGNORED,
    /** It was passed over, or a person wrote it off. */
    SKIPPED,
    /** Nobody knows whether it was done. */
    UNKNOWN,
    /** It is being undone. */
    COMPENSATING,
    /** It was undone. */
    COMPENSATED,
    /** Its tentative operation was confirmed. */
    CONFIRMED,
    /** It was begun, and then not wanted; it has had no effect. */
    CANCELLED,
    /** It waits for a person. */
    STUCK
}
