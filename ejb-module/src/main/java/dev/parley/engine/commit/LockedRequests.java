package dev.parley.engine.commit;

import dev.parley.message.Backoff;
import dev.parley.message.CommonProblem;
import dev.parley.message.Problem;
import dev.parley.message.Refusal;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Requests that another transaction is entering. They are tried again after pauses, in which they hold nothing and
 * nobody waits with them; whoever asked is told in the end that it is not known. Most often the other transaction is a
 * first attempt of the same request that takes a moment; after a crash it may be in doubt until recovery has come by.
 *
 * @param <T> requests
 * @param <R> what comes of them
 */
public final class LockedRequests<T, R> {

    private static final Backoff PAUSES = Backoff.doubling(Duration.ofMillis(20), 6);

    /** The number of pauses: some 2.5 s together. */
    private static final int MOST = 7;

    private final Function<T, CompletableFuture<R>> first;
    private final Function<T, CompletableFuture<R>> again;
    private final Predicate<R> isLocked;
    private final ScheduledExecutorService executor;

    /**
     * @param first commits a request, together with others; fails with {@link Locked} if it is
     * @param again the same for one that was locked before
     * @param isLocked true for a result that says that it is
     */
    public LockedRequests(
            Function<T, CompletableFuture<R>> first,
            Function<T, CompletableFuture<R>> again,
            Predicate<R> isLocked,
            ScheduledExecutorService executor) {
        this.first = first;
        this.again = again;
        this.isLocked = isLocked;
        this.executor = executor;
    }

    /** The refusal of a request of which it is not known yet whether it was accepted. */
    public static Refusal refusal() {
        return new Refusal(inDoubt());
    }

    /** Commits a request; fails with {@code request-in-doubt} if it stays locked. */
    public CompletableFuture<R> submit(T request) {
        CompletableFuture<R> result = new CompletableFuture<>();
        follow(first.apply(request), request, 0, result);
        return result;
    }

    private void follow(CompletableFuture<R> commit, T request, int pauses, CompletableFuture<R> result) {
        var unused = commit.whenComplete((done, thrown) -> {
            if (thrown == null ? isLocked.test(done) : thrown instanceof Locked) {
                pause(request, pauses, result);
            } else if (thrown == null) {
                result.complete(done);
            } else {
                result.completeExceptionally(thrown);
            }
        });
    }

    private void pause(T request, int pauses, CompletableFuture<R> result) {
        if (pauses == MOST) {
            result.completeExceptionally(refusal());
            return;
        }
        try {
            var unused = Once.in(
                    executor,
                    () -> follow(again.apply(request), request, pauses + 1, result),
                    PAUSES.after(pauses).toMillis(),
                    TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            result.completeExceptionally(e); // the server stops
        }
    }

    private static Problem inDoubt() {
        return CommonProblem.REQUEST_IN_DOUBT.because(
                "The same request is being accepted, or was when a server died. Repeat it after a while, with the same"
                        + " Idempotency-Key.");
    }
}
