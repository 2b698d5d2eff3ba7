package dev.parley.slip.engine;

/** What could be wrong with the engine of slips; the simulation has to notice each. */
enum SlipDefect {
    NONE,
    /** A hop is done each time that its slip comes. */
    INBOX_IGNORED,
    /** A slip that is kept is not looked for again if its conversation is not there yet. */
    NOT_LOOKED_FOR_AGAIN,
    /** A slip is sent on before its step is committed. */
    FORWARDED_BEFORE_COMMIT
}
