package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResultDeadlinesTest {

    private static final Duration TIME = Duration.ofSeconds(10);

    private final PlannedTasks planned = new PlannedTasks();
    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - TIME.toNanos() / 2);
    private final ResultDeadlines deadlines = new ResultDeadlines(clock::get);
    private final CompletableFuture<String> result = new CompletableFuture<>();
    private final CompletableFuture<String> other = new CompletableFuture<>();

    @BeforeEach
    @SuppressWarnings("UnnecessaryAssignment") // there is no container here that injects
    void start() {
        deadlines.scheduler = planned.scheduler();
    }

    @Test
    void whatDoesNotComeFailsAfterItsTime() {
        deadlines.set(result, TIME);
        pass(TIME.minusMillis(1));
        assertThat(result).isNotDone();
        pass(Duration.ofMillis(1));
        assertThat(result).isCompletedExceptionally();
        assertThat(result.handle((value, thrown) -> thrown).join()).isInstanceOf(TimeoutException.class);
        assertThat(planned.tasks).isEmpty();
    }

    @Test
    void whatComesInTimeIsLookedAtNoMore() {
        deadlines.set(result, TIME);
        result.complete("here");
        pass(TIME.multipliedBy(2));
        assertThat(result).isCompletedWithValue("here");
        assertThat(planned.tasks).isEmpty();
    }

    @Test
    void whatIsThereIsNotAwaited() {
        deadlines.set(CompletableFuture.completedFuture("here"), TIME);
        assertThat(planned.tasks).isEmpty();
    }

    @Test
    void manyAreLookedAtTogether() {
        deadlines.set(result, TIME);
        deadlines.set(other, TIME.multipliedBy(2));
        assertThat(planned.tasks).hasSize(1);
        pass(TIME);
        assertThat(result).isCompletedExceptionally();
        assertThat(other).isNotDone();
        pass(TIME);
        assertThat(other).isCompletedExceptionally();
    }

    @Test
    void whatFollowsAFailureDoesNotKeepOthersFromTheirs() {
        deadlines.set(result, TIME);
        var unused = result.whenComplete((value, thrown) -> {
            throw new IllegalStateException("no");
        });
        deadlines.set(other, TIME);
        pass(TIME);
        assertThat(result).isCompletedExceptionally();
        assertThat(other).isCompletedExceptionally();
    }

    @Test
    void aServerThatStopsLooksNoMore() {
        planned.isStopped = true;
        deadlines.set(result, TIME);
        assertThat(result).isNotDone();
        planned.isStopped = false;
        deadlines.set(other, TIME);
        deadlines.stop();
        assertThat(planned.tasks).isEmpty();
    }

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
        planned.run();
    }
}
