package dev.parley.engine.commit;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A task that runs once, later. What the server's executor is given for once is lost if its time comes while the server
 * is suspended; this one is tried again every second, until it has run.
 */
public final class Once implements Runnable {

    private final Runnable work;
    private final AtomicBoolean hasRun = new AtomicBoolean();
    private volatile @Nullable ScheduledFuture<?> future;

    private Once(Runnable work) {
        this.work = work;
    }

    /** Schedules work; cancelled before it has run, it never does. */
    public static ScheduledFuture<?> in(ScheduledExecutorService scheduler, Runnable work, long delay, TimeUnit unit) {
        Once once = new Once(work);
        ScheduledFuture<?> future = scheduler.scheduleWithFixedDelay(
                once, unit.toNanos(delay), TimeUnit.SECONDS.toNanos(1), TimeUnit.NANOSECONDS);
        once.scheduledAs(future);
        return future;
    }

    private void scheduledAs(ScheduledFuture<?> scheduled) {
        future = scheduled;
        if (hasRun.get()) {
            end();
        }
    }

    @Override
    public void run() {
        if (hasRun.compareAndSet(false, true)) {
            end();
            work.run();
        }
    }

    private void end() {
        ScheduledFuture<?> mine = future;
        if (mine != null) {
            mine.cancel(false);
        }
    }
}
