package dev.parley.engine.run;

import dev.parley.engine.call.FailureLog;
import dev.parley.engine.call.OperationFailed;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Commits requests together with the work of those operations that may run at once. If that fails, one of the
 * operations may be why: the requests are committed again and every operation is left for later, so that one that fails
 * costs nobody the acknowledgment, not even its own request.
 */
final class InlineCommit {

    private final Predicate<String> mayRunAtOnce;
    private final Function<List<PendingRequest>, List<Receipt>> attempt;

    /**
     * @param mayRunAtOnce true if the operation of that name may run in the transaction that accepts a request
     * @param attempt handles requests in one transaction; throws if it has rolled back
     */
    InlineCommit(Predicate<String> mayRunAtOnce, Function<List<PendingRequest>, List<Receipt>> attempt) {
        this.mayRunAtOnce = mayRunAtOnce;
        this.attempt = attempt;
    }

    /** Commits the requests; the receipts are in their order. What it throws is not the fault of an operation. */
    List<Receipt> commit(List<PendingRequest> intakes) {
        List<PendingRequest> planned = intakes.stream().map(this::plan).toList();
        try {
            return attempt.apply(planned);
        } catch (RuntimeException | Error e) {
            if (planned.stream().noneMatch(PendingRequest::atOnce)) {
                throw e;
            }
            if (e instanceof OperationFailed failed) {
                FailureLog.failedAtOnce(failed);
            }
            return withoutOperations(planned, e);
        }
    }

    /** Decided before the transaction: a failure of one in which nothing could run is not tried again. */
    private PendingRequest plan(PendingRequest intake) {
        return intake.atOnce() && !mayRunAtOnce.test(intake.operation()) ? intake.later() : intake;
    }

    private List<Receipt> withoutOperations(List<PendingRequest> planned, Throwable before) {
        try {
            return attempt.apply(planned.stream().map(PendingRequest::later).toList());
        } catch (RuntimeException | Error e) {
            if (e != before) {
                e.addSuppressed(before);
            }
            throw e;
        }
    }
}
