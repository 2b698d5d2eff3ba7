package dev.parley.engine.commit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OnceTest {

    private final ScheduledThreadPoolExecutor threads =
            (ScheduledThreadPoolExecutor) Executors.newScheduledThreadPool(1);
    private final AtomicInteger runs = new AtomicInteger();
    private final CountDownLatch hasRun = new CountDownLatch(1);

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    private void work() {
        runs.incrementAndGet();
        hasRun.countDown();
    }

    @Test
    void runsOnceAndIsGone() throws InterruptedException {
        var unused = Once.in(threads, this::work, 0, TimeUnit.MILLISECONDS);

        assertThat(hasRun.await(20, TimeUnit.SECONDS)).isTrue();
        threads.shutdown();
        assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        assertThat(runs).hasValue(1);
        assertThat(threads.getQueue()).isEmpty();
    }

    @Test
    void neverRunsIfItIsCancelledBefore() {
        ScheduledFuture<?> future = Once.in(threads, this::work, 1, TimeUnit.HOURS);

        assertThat(future.cancel(false)).isTrue();
        assertThat(runs).hasValue(0);
    }

    @Test
    void isTriedAgainUntilItHasRun() throws InterruptedException {
        AtomicInteger tries = new AtomicInteger();
        ScheduledThreadPoolExecutor suspended = new ScheduledThreadPoolExecutor(1) {
            @Override
            public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, long delay, long pause, TimeUnit unit) {
                return super.scheduleWithFixedDelay(
                        () -> {
                            if (tries.incrementAndGet() > 1) {
                                task.run();
                            }
                        },
                        delay,
                        pause,
                        unit);
            }
        };
        try {
            var unused = Once.in(suspended, this::work, 0, TimeUnit.MILLISECONDS);
            assertThat(hasRun.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(tries).hasValueGreaterThan(1);
        } finally {
            suspended.shutdownNow();
        }
    }
}
