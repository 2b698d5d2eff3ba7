package dev.parley.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.conversation.request.ExchangeProblem;
import dev.parley.engine.commit.Locked;
import dev.parley.message.Refusal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LockedRequestsTest {

    private static final Receipt DONE = new Receipt(null, ExchangeProblem.CANCELLED.because("done"));

    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1);
    private final AtomicInteger commits = new AtomicInteger();
    private final Queue<Receipt> receipts = new ArrayDeque<>();
    private final LockedRequests<PendingRequest, Receipt> requests =
            new LockedRequests<>(request -> commit(), request -> commit(), Receipt::isLocked, executor);
    private final PendingRequest request = new PendingRequest(null, "c", false, false, null, reason -> {});

    private CompletableFuture<Receipt> commit() {
        commits.incrementAndGet();
        return CompletableFuture.completedFuture(receipts.isEmpty() ? Receipt.LOCKED : receipts.remove());
    }

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    @Test
    void areCommittedOnceTheyAreFree() {
        receipts.addAll(List.of(Receipt.LOCKED, Receipt.LOCKED, DONE));

        assertThat(requests.submit(request).join()).isSameAs(DONE);
        assertThat(commits).hasValue(3);
    }

    /** Those that share a transaction with it are not to come along again. */
    @Test
    void areCommittedByThemselvesAfterTheFirstTime() {
        AtomicInteger shared = new AtomicInteger();
        var locked = new LockedRequests<PendingRequest, Receipt>(
                one -> {
                    shared.incrementAndGet();
                    return CompletableFuture.failedFuture(new Locked(new SQLException("locked")));
                },
                one -> commits.incrementAndGet() < 3
                        ? CompletableFuture.failedFuture(new Locked(new SQLException("locked")))
                        : CompletableFuture.completedFuture(DONE),
                Receipt::isLocked,
                executor);

        assertThat(locked.submit(request).join()).isSameAs(DONE);
        assertThat(shared).hasValue(1);
        assertThat(commits).hasValue(3);
    }

    @Test
    void failAsTheyFailIfSomethingElseIsWrong() {
        var failing = new LockedRequests<PendingRequest, Receipt>(
                one -> CompletableFuture.failedFuture(new IllegalStateException("broken")),
                one -> CompletableFuture.completedFuture(DONE),
                Receipt::isLocked,
                executor);

        assertThat(failing.submit(request))
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableThat()
                .withMessageContaining("broken");
    }

    @Test
    void areInDoubtInTheEnd() {
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(() -> requests.submit(request).join())
                .withCauseInstanceOf(Refusal.class)
                .satisfies(e ->
                        assertThat(((Refusal) e.getCause()).problem().name()).isEqualTo("request-in-doubt"));
        assertThat(commits.get()).isBetween(3, 10);
    }
}
