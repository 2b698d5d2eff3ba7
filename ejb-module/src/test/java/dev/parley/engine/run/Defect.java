package dev.parley.engine.run;

/** What can be broken in a simulated engine on purpose, to see that the simulation notices. */
public enum Defect {
    /** None: the engine as it is. */
    NONE,
    /** Every request is taken for a new one. */
    INBOX_IGNORED,
    /** Acknowledgments go out before the commit, whatever comes of it. */
    ACK_BEFORE_COMMIT,
    /** Replies and faults go out before the commit, whatever comes of it. */
    REPLY_BEFORE_COMMIT,
    /** Nothing looks for deadlines. */
    DEADLINES_IGNORED,
    /** Work on a turn does not lock its conversation before it looks for what is kept. */
    TURNS_NOT_LOCKED,
    /** What comes of a turn is not stored. */
    TURNS_NOT_STORED,
    /** Messages are not journaled. */
    JOURNAL_NOT_WRITTEN,
    /** What another transaction has changed is overwritten. */
    VERSIONS_IGNORED,
    /** Messages leave the outbox before they are sent. */
    OUTBOX_EMPTIED_FIRST
}
