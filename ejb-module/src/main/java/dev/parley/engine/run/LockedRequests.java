package dev.parley.engine.run;

import dev.parley.conversation.request.ExchangeProblem;
import dev.parley.engine.commit.Once;
import dev.parley.message.Backoff;
import dev.parley.message.Problem;
import dev.parley.message.Refusal;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Requests that another transaction is entering. They are tried again after pauses, in which they hold nothing and
 * nobody waits with them; whoever asked is told in the end that it is not known. Most often the other transaction is a
 * first attempt of the same request that takes a moment; after a crash it may be in doubt until recovery has come by.
 */
final class LockedRequests {

    private static final Backoff PAUSES = Backoff.doubling(Duration.ofMillis(20), 6);

    /** The number of pauses: some 2.5 s together. */
    private static final int MOST = 7;

    private final Function<PendingRequest, CompletableFuture<Receipt>> commits;
    private final ScheduledExecutorService executor;

    /** @param commits commits a request, together with others */
    LockedRequests(Function<PendingRequest, CompletableFuture<Receipt>> commits, ScheduledExecutorService executor) {
        this.commits = commits;
        this.executor = executor;
    }

    /** Commits a request; fails with {@code request-in-doubt} if it stays locked. */
    CompletableFuture<Receipt> submit(PendingRequest request) {
        return submit(request, 0);
    }

    private CompletableFuture<Receipt> submit(PendingRequest request, int pauses) {
        return commits.apply(request)
                .thenCompose(receipt ->
                        receipt.isLocked() ? again(request, pauses) : CompletableFuture.completedFuture(receipt));
    }

    private CompletableFuture<Receipt> again(PendingRequest request, int pauses) {
        if (pauses == MOST) {
            return CompletableFuture.failedFuture(new Refusal(inDoubt()));
        }
        CompletableFuture<Receipt> later = new CompletableFuture<>();
        try {
            var unused = Once.in(
                    executor,
                    () -> tryAgain(request, pauses + 1, later),
                    PAUSES.after(pauses).toMillis(),
                    TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            later.completeExceptionally(e); // the server stops
        }
        return later;
    }

    private void tryAgain(PendingRequest request, int pauses, CompletableFuture<Receipt> later) {
        var unused = submit(request, pauses).whenComplete((receipt, thrown) -> {
            if (thrown == null) {
                later.complete(receipt);
            } else {
                later.completeExceptionally(thrown);
            }
        });
    }

    private static Problem inDoubt() {
        return ExchangeProblem.REQUEST_IN_DOUBT.because(
                "The same request is being accepted, or was when a server died. Repeat it after a while, with the same"
                        + " Idempotency-Key.");
    }
}
