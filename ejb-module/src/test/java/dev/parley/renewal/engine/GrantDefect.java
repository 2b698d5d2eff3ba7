package dev.parley.renewal.engine;

/** What is built in to see that the simulation notices it. */
enum GrantDefect {
    NONE,
    /** More is given than there is. */
    CAPACITY_IGNORED,
    /** The last token is not kept. */
    TOKEN_NOT_INCREASED,
    /** Who does not answer the first ping has lost. */
    FIRST_SILENCE_ENDS,
    /** What came due while nobody was there is held against holders. */
    RESUMPTION_IGNORED,
    /** What became free goes to nobody. */
    FREE_NOT_HANDED_ON,
    /** What is free goes to whoever came last. */
    ORDER_IGNORED,
    /** A request that is repeated is not known. */
    KEYS_IGNORED,
    /** Rows that another transaction has locked are taken, too. */
    ROW_LOCKS_IGNORED,
    /** How pools stand is added up without a lock. */
    POOLS_NOT_LOCKED,
    /** Pings are counted, and not sent. */
    PINGS_NOT_SENT,
    /** Grants that are due are left alone. */
    DUE_IGNORED
}
