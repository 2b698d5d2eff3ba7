package dev.parley.engine.commit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The handing over of tasks to other threads, those for one thread at once: to wake one takes longer than many a task,
 * and a thread that is woken for the first of several goes to sleep again before the second is there.
 */
public final class WakeupBatching {

    private static final ThreadLocal<@Nullable Map<Executor, List<Runnable>>> GATHERED = new ThreadLocal<>();

    private WakeupBatching() {}

    /** Does work; what it hands over is there when it is done, whether it succeeds or not. */
    public static void together(Runnable work) {
        if (GATHERED.get() != null) {
            work.run();
            return;
        }
        Map<Executor, List<Runnable>> gathered = new LinkedHashMap<>();
        GATHERED.set(gathered);
        try {
            work.run();
        } finally {
            GATHERED.remove();
            gathered.forEach(WakeupBatching::handOver);
        }
    }

    /**
     * Hands a task over, now or with the others. Tasks for one executor are run in their order; what one throws is
     * thrown when all have run.
     */
    public static void to(Executor executor, Runnable task) {
        Map<Executor, List<Runnable>> gathered = GATHERED.get();
        if (gathered == null) {
            executor.execute(task);
        } else {
            gathered.computeIfAbsent(executor, first -> new ArrayList<>()).add(task);
        }
    }

    private static void handOver(Executor executor, List<Runnable> tasks) {
        try {
            executor.execute(() -> runAll(tasks));
        } catch (RejectedExecutionException e) {
            // It takes no tasks any more, and those of others must not fail for it: its connections are closed.
        }
    }

    private static void runAll(List<Runnable> tasks) {
        RuntimeException failure = null;
        for (Runnable task : tasks) {
            try {
                task.run();
            } catch (RuntimeException e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
