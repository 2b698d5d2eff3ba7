package dev.parley.topic.engine;

import dev.parley.engine.call.FailureLog;
import dev.parley.engine.call.OperationFailed;
import dev.parley.engine.commit.BatchLimit;
import java.time.Duration;
import java.util.function.Function;

/**
 * The operations that are run in the transaction that delivers to them, of which there may be as many as a batch may
 * take: those of others wait for them. If it fails, one of them may be why: it is done again, and they are left for
 * later.
 */
final class RunsAtOnce {

    private final BatchLimit limit;
    private boolean any;

    private RunsAtOnce(BatchLimit limit) {
        this.limit = limit;
    }

    /** So many at most, that are expected to take so long together. */
    static RunsAtOnce upTo(int most, Duration budget) {
        return new RunsAtOnce(new BatchLimit(most, budget));
    }

    /** None at all. */
    static RunsAtOnce none() {
        return upTo(0, Duration.ZERO);
    }

    /** True if another one may be run at once; it is counted then. */
    boolean takes(Duration expected) {
        if (!limit.hasRoom()) {
            return false;
        }
        limit.took(expected);
        any = true;
        return true;
    }

    /** None in a transaction that is done again: no operation runs twice here. */
    RunsAtOnce orNoneAgain() {
        return any ? none() : this;
    }

    /** What comes of work, which is done again without any of them if it fails with some. */
    <T> T orWithout(Function<RunsAtOnce, T> work) {
        try {
            return work.apply(this);
        } catch (RuntimeException e) {
            if (!any) {
                throw e;
            }
            if (e instanceof OperationFailed failed) {
                FailureLog.failedAtOnce(failed);
            }
            return again(work, e);
        }
    }

    private static <T> T again(Function<RunsAtOnce, T> work, RuntimeException before) {
        try {
            return work.apply(none());
        } catch (RuntimeException e) {
            if (e != before) {
                e.addSuppressed(before);
            }
            throw e;
        }
    }
}
