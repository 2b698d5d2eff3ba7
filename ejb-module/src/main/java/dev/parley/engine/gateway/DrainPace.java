package dev.parley.engine.gateway;

/**
 * The pace at which more messages of a queue are looked for. To look costs a few round trips to the broker; where
 * nothing was behind the last messages, the next few are handled alone, so that one at a time they take no longer than
 * without batches.
 */
final class DrainPace {

    private static final int LONGEST_REST = 8;

    private int rest;
    private int left;

    /** True if it is to be looked now. */
    synchronized boolean looks() {
        if (left > 0) {
            left--;
            return false;
        }
        return true;
    }

    /** Notes whether something was there when it was looked for. */
    synchronized void found(boolean more) {
        rest = more ? 0 : Math.min(LONGEST_REST, Math.max(1, rest * 2));
        left = rest;
    }
}
