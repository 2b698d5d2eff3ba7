package dev.parley.process.simulation;

/** What is planted into a process that gathers, for the simulation to notice. */
enum GatherDefect {
    NONE,
    /** A fault counts as a reply. */
    FAULTS_ARE_REPLIES,
    /** Nobody is let go, and nothing is undone. */
    LOSERS_ARE_FORGOTTEN,
    /** What comes after the end stays done. */
    LATE_LOSERS_ARE_FORGOTTEN,
    /** What the process has taken stays taken when all else is undone. */
    WHAT_IS_TAKEN_IS_KEPT,
    /** An event is published, although its step was not asked for. */
    PUBLISHED_BEFORE
}
