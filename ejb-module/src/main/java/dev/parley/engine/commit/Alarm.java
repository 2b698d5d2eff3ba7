package dev.parley.engine.commit;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
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
 * The one alarm of a node: it rings at the earliest of the times that it was set to, of each kind of what is due once.
 * It forgets them with the process: what is due stands in the database. Every commit may set it, also while its
 * transaction is being completed; where it is set to an earlier time already, that costs a look into a map.
 */
@ApplicationScoped
public class Alarm {

    private static final Logger LOG = System.getLogger(Alarm.class.getName());
    private static final long SHORTEST = TimeUnit.MILLISECONDS.toNanos(1);

    /** Whoever has not rung that long after its time has been lost. */
    private static final Duration LOST = Duration.ofMinutes(1);

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Inject
    Clock clock;

    private final Map<String, Instant> times = new ConcurrentHashMap<>();
    private @Nullable Consumer<Set<String>> bell;
    private @Nullable ScheduledFuture<?> armed;
    private Instant armedFor = Instant.MAX;

    /** The number of the scheduled task that counts: one that could not be cancelled any more does nothing. */
    private long arming;

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
        if (isEarlier(at, times.getOrDefault(name, Instant.MAX))) {
            setEarlier(name, at);
        }
    }

    private boolean isEarlier(Instant at, Instant than) {
        return at.isBefore(than) || clock.instant().minus(LOST).isAfter(than);
    }

    private synchronized void setEarlier(String name, Instant at) {
        if (bell != null && isEarlier(at, times.getOrDefault(name, Instant.MAX)) && isArmed(at)) {
            times.put(name, at);
        }
    }

    /**
     * Schedules first: if that fails, everything is as it was, and the next time that comes is tried anew. Whoever has
     * committed must not hear of it.
     */
    private boolean isArmed(Instant at) {
        if (!isEarlier(at, armedFor)) {
            return true;
        }
        try {
            arm(at, arming + 1);
            return true;
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The alarm could not be set; it is with the next commit", e);
            return false;
        }
    }

    private void arm(Instant at, long number) {
        long nanos = Math.max(SHORTEST, Duration.between(clock.instant(), at).toNanos());
        ScheduledFuture<?> scheduled = Once.in(scheduler, () -> ring(number), nanos, TimeUnit.NANOSECONDS);
        if (armed != null) {
            armed.cancel(false);
        }
        arming = number;
        armed = scheduled;
        armedFor = at;
    }

    private void ring(long number) {
        Set<String> names = new TreeSet<>();
        Consumer<Set<String>> rings = disarm(number, names);
        if (rings != null && !names.isEmpty()) {
            rings.accept(names);
        }
    }

    /**
     * Forgets the times that have come, also by a clock that was set back meanwhile, and sets itself to the next of the
     * others.
     */
    private synchronized @Nullable Consumer<Set<String>> disarm(long number, Set<String> names) {
        if (number != arming) {
            return null;
        }
        Instant now = clock.instant();
        Instant come = now.isAfter(armedFor) ? now : armedFor;
        armed = null;
        armedFor = Instant.MAX;
        times.forEach((name, at) -> {
            if (!at.isAfter(come)) {
                names.add(name);
            }
        });
        times.keySet().removeAll(names);
        if (bell != null) {
            times.values().stream().min(Instant::compareTo).ifPresent(this::isArmed);
        }
        return bell;
    }
}
