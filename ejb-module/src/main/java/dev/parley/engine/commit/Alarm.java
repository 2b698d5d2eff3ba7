package dev.parley.engine.commit;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The one alarm of a node: it rings at the earliest of the times that it was set to. It forgets them with the process: what is due stands in the database. Every commit may set it, also while its
 * transaction is being completed: where it is set to an earlier time already, that costs a look into a map.
 */
@ApplicationScoped
public class Alarm {

    private static final long SHORTEST = TimeUnit.MILLISECONDS.toNanos(1);

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Inject
    Clock clock;

    private final Map<String, Instant> times = new ConcurrentHashMap<>();
    private @Nullable Consumer<Set<String>> bell;
    private @Nullable ScheduledFuture<?> armed;
    private Instant armedFor = Instant.MAX;

    /**
     * Rings from now on.
     *
     * @param rings is told for what it rings; it must not take long
     */
    synchronized void begin(Consumer<Set<String>> rings) {
        bell = rings;
    }

    /** Never rings again. */
    synchronized void stop() {
        bell = null;
        if (armed != null) {
            armed.cancel(false);
        }
    }

    /** Rings for a kind of what is due at that time, unless it rings for that before. */
    public void set(String name, Instant at) {
        if (at.isBefore(times.getOrDefault(name, Instant.MAX))) {
            setEarlier(name, at);
        }
    }

    private synchronized void setEarlier(String name, Instant at) {
        if (bell != null && at.isBefore(times.getOrDefault(name, Instant.MAX))) {
            times.put(name, at);
            arm(at);
        }
    }

    private void arm(Instant at) {
        if (!at.isBefore(armedFor)) {
            return;
        }
        if (armed != null) {
            armed.cancel(false);
        }
        armedFor = at;
        long nanos = Math.max(SHORTEST, Duration.between(clock.instant(), at).toNanos());
        armed = scheduler.schedule(this::ring, nanos, TimeUnit.NANOSECONDS);
    }

    private void ring() {
        Set<String> names = new TreeSet<>();
        Consumer<Set<String>> rings = disarm(names);
        if (rings != null && !names.isEmpty()) {
            rings.accept(names);
        }
    }

    /** Forgets the times that have come, and sets itself to the next of the others. */
    private synchronized @Nullable Consumer<Set<String>> disarm(Set<String> names) {
        armed = null;
        armedFor = Instant.MAX;
        Instant now = clock.instant();
        times.forEach((name, at) -> {
            if (!at.isAfter(now)) {
                names.add(name);
            }
        });
        times.keySet().removeAll(names);
        if (bell != null) {
            times.values().stream().min(Instant::compareTo).ifPresent(this::arm);
        }
        return bell;
    }
}
