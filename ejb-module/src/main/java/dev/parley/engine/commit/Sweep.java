package dev.parley.engine.commit;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Does all that is due of one kind: together, or one by one where that fails, so that one that cannot be done does not
 * keep the others from it; and sets the alarm for the next.
 */
final class Sweep {

    private static final Logger LOG = System.getLogger(Sweep.class.getName());

    /** The number of those that can be put off in one sweep: when more cannot be done, it is not their fault. */
    private static final int MOST_PUT_OFF = 10;

    /** Sweeps under way at once on this node: one works while another one waits for its commit. */
    private static final int AT_ONCE = 2;

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    /**
     * The pause after which what is due and was not done is looked at again: somebody else has it locked, perhaps for
     * long.
     */
    private static final Duration PAUSE = Duration.ofMillis(500);

    /** Sets the alarm for this kind. */
    @FunctionalInterface
    interface Setting {
        void to(Instant at);
    }

    private final Due due;
    private final Setting alarm;
    private final InstantSource clock;
    private final Duration interval;
    private final AtomicInteger underWay = new AtomicInteger();

    /** True if it has rung while enough were under way: they may be past what it has rung for. */
    private final AtomicBoolean askedMeanwhile = new AtomicBoolean();

    /** The time since when it waits for a thread; {@link Instant#MIN} if it does not. */
    private volatile Instant waitsSince = Instant.MIN;

    /**
     * @param alarm has {@link #begin} called at a time
     * @param interval how long it is at most until it is looked again, since other nodes may have died
     */
    Sweep(Due due, Setting alarm, InstantSource clock, Duration interval) {
        this.due = due;
        this.alarm = alarm;
        this.clock = clock;
        this.interval = interval;
    }

    /**
     * Sweeps in another thread, and sets the alarm anew before, whatever the sweep comes to. A sweep that waits for its
     * thread does what another one would.
     *
     * @param threads runs a task soon
     */
    void begin(Consumer<Runnable> threads) {
        try {
            Instant now = clock.instant();
            alarm.to(now.plus(interval));
            if (waitsSince.isAfter(now.minus(interval))) {
                return;
            }
            waitsSince = now;
            threads.accept(this::run);
        } catch (RuntimeException e) {
            waitsSince = Instant.MIN;
            failed(e);
        }
    }

    /** Sweeps; and again for whoever rang meanwhile and found enough under way, by the first of them that ends. */
    private void run() {
        waitsSince = Instant.MIN;
        do {
            if (underWay.incrementAndGet() <= AT_ONCE) {
                sweepOnce();
            } else {
                askedMeanwhile.set(true);
                underWay.decrementAndGet();
            }
        } while (underWay.get() < AT_ONCE && askedMeanwhile.getAndSet(false));
    }

    private void sweepOnce() {
        try {
            sweep();
        } catch (RuntimeException e) {
            failed(e);
        } finally {
            underWay.decrementAndGet();
        }
    }

    /** Has it tried again soon. */
    private void failed(RuntimeException why) {
        LOG.log(Level.WARNING, "What is due with " + due.name() + " could not be done; it is tried again", why);
        alarm.to(clock.instant().plus(AFTER_FAILURE));
    }

    private void sweep() {
        due.before();
        int most = due.most();
        while (some(most) == most) {
            // there may be more
        }
        if (due.after()) {
            alarm.to(clock.instant().plus(PAUSE));
        } else {
            due.next().ifPresent(next -> alarm.to(notTooSoon(next)));
        }
    }

    private Instant notTooSoon(Instant next) {
        Instant now = clock.instant();
        Instant soon = now.plus(next.isAfter(now) ? due.gathering() : PAUSE);
        return next.isBefore(soon) ? soon : next;
    }

    private int some(int most) {
        try {
            return due.sweep(most);
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "What is due with " + due.name() + " could not be done together; each is tried alone",
                    e);
            return oneByOne(most);
        }
    }

    private int oneByOne(int most) {
        int putOff = 0;
        for (int done = 0; done < most; done++) {
            try {
                if (due.sweep(1) == 0) {
                    return done;
                }
            } catch (RuntimeException e) {
                putOff++;
                if (putOff > MOST_PUT_OFF) {
                    throw e;
                }
                LOG.log(Level.ERROR, "What is due with one of " + due.name() + " could not be done, and is put off", e);
                due.putOffFirst();
            }
        }
        return most;
    }
}
