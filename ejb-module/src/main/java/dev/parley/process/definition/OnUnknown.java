package dev.parley.process.definition;

/** What follows a step of which nobody knows whether it was done. */
public enum OnUnknown {
    /** Its operation's {@code outcome} operation is asked; where there is none, it is compensated. */
    ASK,
    /** It is undone as if it had been done; what comes late is barred. */
    COMPENSATE,
    /** A person decides. */
    STOP
}
