package dev.parley.engine.broker;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Sees queues that nobody takes messages from, although there are some: none holds one, and none has been taken for a
 * while. Whatever took the consumers away, they are made to begin anew.
 */
final class QueueWatch {

    private static final Logger LOG = System.getLogger(QueueWatch.class.getName());

    /** Consumers are back from anything that is usual within that time. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Supplier<List<WatchedQueue>> queues;
    private final LongSupplier nanoTime;
    private final Map<String, Standstill> standstills = new HashMap<>();
    private volatile List<String> standing = List.of();

    /** Since when nothing has been taken, and when its consumers were last renewed. */
    private record Standstill(long taken, long since, long renewed) {}

    QueueWatch(Supplier<List<WatchedQueue>> queues, LongSupplier nanoTime) {
        this.queues = queues;
        this.nanoTime = nanoTime;
    }

    /** The queues that stand still. */
    List<String> standing() {
        return standing;
    }

    /** Looks at all of them. */
    void look() {
        try {
            standing = queues.get().stream()
                    .filter(this::stands)
                    .map(WatchedQueue::name)
                    .toList();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The queues cannot be looked at", e); // while the broker stops
        }
    }

    private boolean stands(WatchedQueue queue) {
        boolean idle = queue.consumers() == 0 || (queue.ready() > 0 && queue.delivering() == 0);
        Standstill known = standstills.get(queue.name());
        long now = nanoTime.getAsLong();
        if (!idle || known == null || known.taken() != queue.taken()) {
            standstills.put(queue.name(), new Standstill(queue.taken(), now, now));
            return false;
        }
        if (now - known.since() < PATIENCE.toNanos()) {
            return false;
        }
        if (now - known.renewed() >= PATIENCE.toNanos()) {
            LOG.log(Level.WARNING, "Nobody takes messages from {0}: its consumers begin anew", queue.name());
            standstills.put(queue.name(), new Standstill(known.taken(), known.since(), now));
            queue.renew();
        }
        return true;
    }
}
