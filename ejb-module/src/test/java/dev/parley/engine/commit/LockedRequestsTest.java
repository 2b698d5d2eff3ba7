package dev.parley.engine.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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

    private static final String LOCKED = "locked";
    private static final String DONE = "done";

    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1);
    private final AtomicInteger commits = new AtomicInteger();
    private final Queue<String> results = new ArrayDeque<>();
    private final LockedRequests<String, String> requests =
            new LockedRequests<>(request -> commit(), request -> commit(), LOCKED::equals, executor);

    private CompletableFuture<String> commit() {
        commits.incrementAndGet();
        return CompletableFuture.completedFuture(results.isEmpty() ? LOCKED : results.remove());
    }

    private static CompletableFuture<String> locked() {
        return CompletableFuture.failedFuture(new Locked(new SQLException(LOCKED)));
    }

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    @Test
    void areCommittedOnceTheyAreFree() {
        results.addAll(List.of(LOCKED, LOCKED, DONE));

        assertThat(requests.submit("one").join()).isEqualTo(DONE);
        assertThat(commits).hasValue(3);
    }

    /** Those that share a transaction with it are not to come along again. */
    @Test
    void areCommittedByThemselvesAfterTheFirstTime() {
        AtomicInteger shared = new AtomicInteger();
        var failing = new LockedRequests<String, String>(
                one -> {
                    shared.incrementAndGet();
                    return locked();
                },
                one -> commits.incrementAndGet() < 3 ? locked() : CompletableFuture.completedFuture(DONE),
                result -> false,
                executor);

        assertThat(failing.submit("one").join()).isEqualTo(DONE);
        assertThat(shared).hasValue(1);
        assertThat(commits).hasValue(3);
    }

    @Test
    void failAsTheyFailIfSomethingElseIsWrong() {
        var failing = new LockedRequests<String, String>(
                one -> CompletableFuture.failedFuture(new IllegalStateException("broken")),
                one -> CompletableFuture.completedFuture(DONE),
                result -> false,
                executor);

        assertThat(failing.submit("one"))
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableThat()
                .withMessageContaining("broken");
    }

    @Test
    void areInDoubtInTheEnd() {
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(() -> requests.submit("one").join())
                .withCauseInstanceOf(Refusal.class)
                .satisfies(e ->
                        assertThat(((Refusal) e.getCause()).problem().name()).isEqualTo("request-in-doubt"));
        assertThat(commits.get()).isBetween(3, 10);
    }
}
