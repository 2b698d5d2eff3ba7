package dev.parley.relay.engine;

/** What is built in to see that the simulation notices it. */
enum RelayDefect {
    NONE,
    /** What is sent again is not known. */
    KEYS_IGNORED,
    /** Two attempts of one reception do not wait for each other. */
    RECEPTIONS_NOT_LOCKED,
    /** What somebody holds is given to others. */
    LOCKS_IGNORED,
    /** The second of a group does not wait for the first. */
    GROUPS_IGNORED,
    /** Rows that another transaction has locked are taken, too. */
    ROW_LOCKS_IGNORED,
    /** Who sends is answered before the commit. */
    ANSWERED_BEFORE_COMMIT,
    /** Messages that expired are given out. */
    EXPIRY_IGNORED,
    /** The next of a group is not made available when the first goes. */
    GROUPS_NOT_HANDED_ON,
    /** How full mailboxes are is added up without a lock. */
    SIZES_NOT_LOCKED
}
