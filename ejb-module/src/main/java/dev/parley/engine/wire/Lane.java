package dev.parley.engine.wire;

/** Where an operation runs. */
public enum Lane {
    /** In the transaction that receives the request. */
    INLINE,
    /** From the queue of accepted work, in batches. */
    SHARED,
    /** From a queue where each has a transaction of its own. */
    ISOLATED,
    /** The same, for those that take long. */
    SLOW,
    /** From a queue for message groups, where each waits for the one before it. */
    GROUPED
}
