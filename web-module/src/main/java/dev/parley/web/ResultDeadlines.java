package dev.parley.web;

import dev.parley.engine.commit.Once;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.servlet.ServletContext;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The deadlines of what is awaited: what does not come in time fails, up to a second late. All that is awaited is
 * looked at once in a second: nearly all of it comes within a moment, and a timer for each would take longer to set and
 * to cancel than that.
 */
@ApplicationScoped
public class ResultDeadlines {

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
    @SuppressWarnings("NullAway.Init")
    ScheduledExecutorService scheduler;

    private final LongSupplier nanoTime;
    private final Set<Awaited> awaited = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean isPlanned = new AtomicBoolean();
    private volatile @Nullable ScheduledFuture<?> next;

    /** A result that is awaited, not to be confused with any other. */
    private static final class Awaited {
        private final CompletableFuture<?> result;
        private final long end;

        Awaited(CompletableFuture<?> result, long end) {
            this.result = result;
            this.end = end;
        }
    }

    ResultDeadlines() {
        this(System::nanoTime);
    }

    ResultDeadlines(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Makes this bean while there is a naming context: the first call may come in a thread that has none. */
    void start(@Observes @Initialized(ApplicationScoped.class) ServletContext context) {}

    /** Fails a result with {@link TimeoutException} if it does not come in time, or within the second after. */
    public void set(CompletableFuture<?> result, Duration time) {
        if (!result.isDone()) {
            var mine = new Awaited(result, nanoTime.getAsLong() + time.toNanos());
            awaited.add(mine);
            var unused = result.whenComplete((value, thrown) -> awaited.remove(mine));
            plan();
        }
    }

    private void plan() {
        if (isPlanned.compareAndSet(false, true)) {
            try {
                next = Once.in(scheduler, this::look, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                isPlanned.set(false); // the server stops: nobody waits for an answer any more
            }
        }
    }

    private void look() {
        try {
            long now = nanoTime.getAsLong();
            for (Awaited one : awaited) {
                if (one.end - now <= 0) {
                    one.result.completeExceptionally(new TimeoutException());
                }
            }
        } finally {
            isPlanned.set(false);
            if (!awaited.isEmpty()) {
                plan();
            }
        }
    }

    @PreDestroy
    void stop() {
        ScheduledFuture<?> planned = next;
        if (planned != null) {
            planned.cancel(false);
        }
    }
}
