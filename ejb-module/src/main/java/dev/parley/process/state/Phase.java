package dev.parley.process.state;

/** What a step is, or was last, busy with. */
public enum Phase {
    /** To be done. */
    FORWARD,
    /** To find out whether it was done. */
    OUTCOME,
    /** To be undone. */
    UNDO
}
