package dev.parley.engine.broker;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Sees queues that nobody takes messages from, although there are some: none holds one, and none has been taken for a
 * while. Health and the log say so, and the queue's listeners are begun again.
 */
final class QueueWatch {

    private static final Logger LOG = System.getLogger(QueueWatch.class.getName());

    /** Consumers are back from anything that is usual within that time. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Supplier<List<WatchedQueue>> queues;
    private final LongSupplier nanoTime;
    private final Consumer<String> remedy;
    private final Map<String, Standstill> standstills = new HashMap<>();
    private volatile List<String> standing = List.of();

    /**
     * The state of a queue that nobody takes messages from.
     *
     * @param taken how many had been taken from it
     * @param since the time since when it has been so, in nanoseconds
     * @param said the time at which the log last said so, in nanoseconds
     */
    private record Standstill(long taken, long since, long said) {}

    /** @param remedy is given the name of a queue that stands still, each time the log says so */
    QueueWatch(Supplier<List<WatchedQueue>> queues, LongSupplier nanoTime, Consumer<String> remedy) {
        this.queues = queues;
        this.nanoTime = nanoTime;
        this.remedy = remedy;
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
        if (now - known.said() >= PATIENCE.toNanos()) {
            standstills.put(queue.name(), new Standstill(known.taken(), known.since(), now));
            LOG.log(Level.WARNING, "Nobody takes messages from {0}: its listeners are begun again", queue.name());
            remedy.accept(queue.name());
        }
        return true;
    }
}
