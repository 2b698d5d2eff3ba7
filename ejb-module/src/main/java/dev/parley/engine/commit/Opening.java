package dev.parley.engine.commit;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The opening of Parley on this node: where its database is not there when the server starts, everything else waits
 * until it is, and nothing has to be deployed again.
 */
@ApplicationScoped
public class Opening {

    private static final Logger LOG = System.getLogger(Opening.class.getName());

    private final List<Runnable> starts = new ArrayList<>();
    private volatile @Nullable String awaited;
    private boolean ends;

    /** What it waits for, and what to do about that; null if it is open. */
    public @Nullable String awaited() {
        return awaited;
    }

    /** Closes until {@link #open}, or says anew why it is closed. */
    public void await(String what) {
        awaited = what;
    }

    /** Does it now if it is open, and else as soon as it opens. */
    public void whenOpen(Runnable start) {
        synchronized (this) {
            if (awaited != null) {
                starts.add(start);
                return;
            }
        }
        start.run();
    }

    /** Opens. One that cannot start keeps no other from it. */
    public void open() {
        List<Runnable> waiting;
        synchronized (this) {
            awaited = null;
            waiting = List.copyOf(starts);
            starts.clear();
            notifyAll();
        }
        waiting.forEach(Opening::start);
    }

    private static void start(Runnable start) {
        try {
            start.run();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "A part of Parley could not start: mend it, and deploy Parley anew", e);
        }
    }

    /** Lets nobody wait any more: the server stops. */
    public synchronized void end() {
        ends = true;
        starts.clear();
        notifyAll();
    }

    /** True if it is still closed after that time, or for good. */
    public boolean isClosedFor(Duration patience) {
        return awaited != null && isStillClosed(System.nanoTime() + patience.toNanos());
    }

    private synchronized boolean isStillClosed(long until) {
        try {
            long left = until - System.nanoTime();
            while (awaited != null && !ends && left > 0) {
                TimeUnit.NANOSECONDS.timedWait(this, Math.max(left, TimeUnit.MILLISECONDS.toNanos(1)));
                left = until - System.nanoTime();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return awaited != null;
    }
}
