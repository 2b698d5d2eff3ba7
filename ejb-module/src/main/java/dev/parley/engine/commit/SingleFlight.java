package dev.parley.engine.commit;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A task that is run again and again, one run at a time: whoever asks for it while it runs is served by another run
 * after it.
 */
public final class SingleFlight {

    private final Executor executor;
    private final Runnable work;
    private final AtomicInteger asked = new AtomicInteger();

    /** The work, with what runs it. */
    public SingleFlight(Executor executor, Runnable work) {
        this.executor = executor;
        this.work = work;
    }

    /** Has it run after this call, once for all who ask meanwhile. */
    public void ask() {
        if (asked.getAndIncrement() == 0) {
            start();
        }
    }

    private void start() {
        try {
            executor.execute(this::run);
        } catch (RuntimeException e) {
            asked.set(0);
            throw e;
        }
    }

    private void run() {
        int seen = asked.get();
        try {
            work.run();
        } finally {
            // The thread goes back after each run: others may have no other.
            if (asked.addAndGet(-seen) != 0) {
                start();
            }
        }
    }
}
