package dev.parley.process.simulation;

/** What somebody could get wrong, planted so that the simulation has to find it. */
enum ProcessDefect {
    NONE,
    /** That a compensation has failed is taken for that it is done. */
    UNDO_BELIEVED,
    /** An answer that comes late is not looked at. */
    LATE_IGNORED,
    /** An operation that does not know yet whether it was done is taken for one that says no. */
    OUTCOME_BELIEVED,
    /** What is withdrawn is taken for not done, whatever comes of it. */
    WITHDRAWAL_BELIEVED,
    /** A process that is to undo itself is not told. */
    CHILD_NOT_TOLD,
    /** What was done first is undone first. */
    UNDONE_FORWARD,
    /** The decision to undo is forgotten. */
    DECISION_FORGOTTEN,
    /** Nobody remembers that the requester has been answered. */
    ANSWER_FORGOTTEN,
    /** Decisions are not journaled. */
    DECISION_NOT_JOURNALED,
    /** A pause has no end. */
    DUE_FORGOTTEN,
    /** What has ended is taken for running. */
    END_FORGOTTEN,
    /** Another process is told of a deadline like anybody else: before this one is undone. */
    PARENT_TOLD_EARLY,
    /** What nobody knows, and nobody undoes, is left so without a word. */
    UNKNOWN_LEFT,
    /** What nobody knows is not said. */
    UNKNOWN_UNNAMED,
    /** What is to be ignored is not. */
    IGNORE_FORGOTTEN,
    /** What nobody has taken by the end is not refused. */
    MESSAGE_FORGOTTEN,
    /** What a person has replaced is believed as if nothing were there in its place. */
    REPLACED_BELIEVED,
    /** What is done in one unit of work leaves no notes. */
    CHAIN_WITHOUT_NOTES
}
