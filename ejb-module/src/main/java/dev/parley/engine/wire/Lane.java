package dev.parley.engine.wire;

/** The place where an operation runs: at once, or from one of the queues of work. */
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
