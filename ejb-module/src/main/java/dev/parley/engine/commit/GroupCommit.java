package dev.parley.engine.commit;

import dev.parley.engine.config.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A commit that concurrent requests share: while one is under way, the next ones gather, and go together as soon as it
 * is done. A commit waits a moment for as many as there were at once lately; who is alone waits for nobody. How many
 * share one is bounded by count and by how long they are expected to take.
 *
 * @param <T> what is to be committed
 * @param <R> what came of it
 */
public final class GroupCommit<T, R> {

    private static final int FAILURES_THAT_TELL = 3;

    /**
     * The number of commits that a thread stays for where others are waited for: to hand over to another one takes as
     * long as to read a request.
     */
    private static final int MOST_IN_A_ROW = 100;

    private final Function<List<T>, List<R>> commit;
    private final Executor executor;
    private final Executor answers;
    private final Limits limits;
    private final Function<T, Duration> expectation;
    private final BlockingQueue<Pending<T, R>> pending;
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicReference<@Nullable Thread> gathering = new AtomicReference<>();
    private final AtomicLong work = new AtomicLong();
    private final ConcurrencyEstimate company = new ConcurrencyEstimate();

    private record Pending<T, R>(T request, Duration expected, CompletableFuture<R> result) {}

    /**
     * The limits of what goes on at once, and of what shares a commit.
     *
     * @param committers how many commits may be under way at once
     * @param most how many requests share one
     * @param budget how long those that share one may be expected to take together
     * @param capacity how many may wait
     * @param gathering how long a commit waits at most for others; not at all if it is zero
     * @param enough it does not wait for others if those that are there may be expected to take so long together: what
     *     it costs by itself counts little then, and the others can come while it is under way
     */
    public record Limits(int committers, int most, Duration budget, int capacity, Duration gathering, Duration enough) {

        /** The limits that are configured for HTTP requests, of which none waits for others. */
        public static Limits of(Settings settings) {
            return new Limits(
                    settings.committers(),
                    settings.batchSize(),
                    settings.batchTime(),
                    settings.pendingRequests(),
                    Duration.ZERO,
                    Duration.ZERO);
        }

        /**
         * The same for so many commits at once, of which each waits for others that long, unless those that are there
         * are enough.
         */
        public Limits gathering(int committersAtOnce, Duration waiting, Duration untilEnough) {
            return new Limits(committersAtOnce, most, budget, capacity, waiting, untilEnough);
        }

        /** The limits of what is committed one by one, as what was locked is, so that others need not come along. */
        public Limits oneByOne() {
            return new Limits(1, 1, budget, capacity, Duration.ZERO, Duration.ZERO);
        }
    }

    /**
     * @param commit commits requests in one transaction; its results are in their order
     * @param executor runs commits
     * @param answers completes the results
     * @param expectation how long a request is expected to take
     */
    public GroupCommit(
            Function<List<T>, List<R>> commit,
            Executor executor,
            Executor answers,
            Limits limits,
            Function<T, Duration> expectation) {
        this.commit = commit;
        this.executor = executor;
        this.answers = answers;
        this.limits = limits;
        this.expectation = expectation;
        this.pending = new ArrayBlockingQueue<>(limits.capacity());
    }

    /** Commits a request with others; fails with {@link RejectedExecutionException} if too many are waiting. */
    public CompletableFuture<R> submit(T request) {
        Pending<T, R> mine = new Pending<>(request, expectation.apply(request), new CompletableFuture<>());
        work.addAndGet(mine.expected().toNanos());
        if (!pending.offer(mine)) {
            work.addAndGet(-mine.expected().toNanos());
            return CompletableFuture.failedFuture(
                    new RejectedExecutionException("Too many requests wait for a commit"));
        }
        Thread gatherer = gathering.get();
        if (gatherer == null) {
            startIfIdle();
        } else if (isEnough()) {
            LockSupport.unpark(gatherer);
        }
        return mine.result();
    }

    private void startIfIdle() {
        int now = running.get();
        while (now < limits.committers() && !pending.isEmpty()) {
            if (running.compareAndSet(now, now + 1)) {
                start();
                return;
            }
            now = running.get();
        }
    }

    private void start() {
        try {
            executor.execute(this::commitNext);
        } catch (RejectedExecutionException e) {
            if (running.decrementAndGet() == 0) {
                failAll(e);
            }
        }
    }

    private void failAll(RejectedExecutionException e) {
        List<Pending<T, R>> rejected = new ArrayList<>();
        pending.drainTo(rejected);
        for (Pending<T, R> one : rejected) {
            work.addAndGet(-one.expected().toNanos());
            one.result().completeExceptionally(e);
        }
    }

    private void commitNext() {
        try {
            int left = limits.gathering().isZero() ? 1 : MOST_IN_A_ROW;
            while (left > 0 && commitThoseWhoCame()) {
                left--;
            }
        } finally {
            // The thread goes back some time: those who wait for their answers may have no other.
            running.decrementAndGet();
            startIfIdle();
        }
    }

    /** True if there was anybody. */
    private boolean commitThoseWhoCame() {
        gather();
        List<Pending<T, R>> batch = next();
        if (batch.isEmpty()) {
            return false;
        }
        underWay.addAndGet(batch.size());
        try {
            commit(batch);
        } finally {
            underWay.addAndGet(-batch.size());
        }
        return true;
    }

    /** The number of requests that a commit waits for: those that are being committed elsewhere do not come. */
    private int wanted() {
        return Math.min(limits.most(), company.expected() - underWay.get());
    }

    private boolean isEnough() {
        return pending.size() >= wanted() || work.get() >= limits.enough().toNanos();
    }

    /** One at a time gathers; meanwhile no other commit begins, but behind one that ends. */
    private void gather() {
        long left = limits.gathering().toNanos();
        if (left > 0 && !isEnough() && gathering.compareAndSet(null, Thread.currentThread())) {
            try {
                long end = System.nanoTime() + left;
                while (left > 0 && !isEnough()) {
                    LockSupport.parkNanos(this, left);
                    left = end - System.nanoTime();
                }
            } finally {
                gathering.set(null);
            }
        }
        company.saw(pending.size() + underWay.get());
    }

    private List<Pending<T, R>> next() {
        List<Pending<T, R>> batch = new ArrayList<>();
        BatchLimit limit = new BatchLimit(limits.most(), limits.budget());
        while (limit.hasRoom()) {
            Pending<T, R> one = pending.poll();
            if (one == null) {
                break;
            }
            work.addAndGet(-one.expected().toNanos());
            batch.add(one);
            limit.took(one.expected());
        }
        return batch;
    }

    private void commit(List<Pending<T, R>> batch) {
        List<R> results;
        try {
            results = commit.apply(batch.stream().map(Pending::request).toList());
        } catch (RuntimeException | Error e) {
            failOrCommitAlone(batch, e);
            return;
        }
        answer(batch, results);
    }

    private void answer(List<Pending<T, R>> batch, List<R> results) {
        try {
            answers.execute(() -> complete(batch, results));
        } catch (RejectedExecutionException e) {
            complete(batch, results);
        }
    }

    /**
     * One that cannot be committed must not fail its neighbours; but when several in a row cannot, it is not their
     * fault, and the others need not wait for it. What may have been committed is not tried again.
     */
    private void failOrCommitAlone(List<Pending<T, R>> batch, Throwable failure) {
        if (batch.size() == 1 || failure instanceof CommitInDoubt) {
            batch.forEach(one -> one.result().completeExceptionally(failure));
            return;
        }
        int failedInARow = 0;
        for (Pending<T, R> one : batch) {
            if (failedInARow == FAILURES_THAT_TELL) {
                one.result().completeExceptionally(failure);
            } else {
                commit(List.of(one));
                if (!isLocked(one.result())) {
                    failedInARow = one.result().isCompletedExceptionally() ? failedInARow + 1 : 0;
                }
            }
        }
    }

    /** True for one that somebody else has in hand, which says nothing of the others. */
    private static boolean isLocked(CompletableFuture<?> result) {
        return result.isCompletedExceptionally()
                && result.handle((done, thrown) -> thrown instanceof Locked).join();
    }

    private void complete(List<Pending<T, R>> batch, List<R> results) {
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).result().complete(results.get(i));
        }
    }
}
