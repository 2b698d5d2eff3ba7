package dev.parley.web;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;

/** A scheduler whose tasks are run when a test says so. */
public final class PlannedTasks {

    public final List<Runnable> tasks = new ArrayList<>();
    boolean isStopped;

    public ScheduledExecutorService scheduler() {
        return (ScheduledExecutorService) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ScheduledExecutorService.class}, this::invoke);
    }

    private Object invoke(Object proxy, Method method, @Nullable Object[] arguments) {
        if (isStopped) {
            throw new RejectedExecutionException("stopped");
        }
        Runnable task = (Runnable) arguments[0];
        tasks.add(task);
        return Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ScheduledFuture.class},
                (future, called, given) -> tasks.remove(task));
    }

    /** Deadlines that are looked after by these tasks. */
    public static ResultDeadlines deadlines() {
        ResultDeadlines deadlines = new ResultDeadlines();
        deadlines.scheduler = new PlannedTasks().scheduler();
        return deadlines;
    }

    /** Runs what is planned now. */
    void run() {
        List<Runnable> now = List.copyOf(tasks);
        tasks.clear();
        now.forEach(Runnable::run);
    }
}
