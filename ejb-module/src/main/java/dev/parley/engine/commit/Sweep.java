package dev.parley.engine.commit;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;

/** Does all that is due of one kind: together, or one by one where that fails, so that one that cannot be done does not keep the others from it; and sets the alarm for the next. */
final class Sweep {

    private static final Logger LOG = System.getLogger(Sweep.class.getName());
    private static final int MOST = 200;

    /** When more than so many cannot be done, it is not their fault. */
    private static final int MOST_PUT_OFF = 10;

    /** Sweeps under way at once on this node: one works while another one waits for its commit. */
    private static final int AT_ONCE = 2;

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    /** What is due and was not done is locked by somebody else, perhaps for long. */
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

    /**
     * @param alarm has {@link #run} called at a time
     * @param interval how long it is at most until it is looked again, since other nodes may have died
     */
    Sweep(Due due, Setting alarm, InstantSource clock, Duration interval) {
        this.due = due;
        this.alarm = alarm;
        this.clock = clock;
        this.interval = interval;
    }

    /** Sweeps, and sets the alarm anew, whatever the sweep came to. */
    void run() {
        alarm.to(clock.instant().plus(interval));
        if (underWay.incrementAndGet() > AT_ONCE) {
            // The others go on until nothing is left.
            underWay.decrementAndGet();
            return;
        }
        try {
            sweep();
        } catch (RuntimeException e) {
            failed(e);
        } finally {
            underWay.decrementAndGet();
        }
    }

    /** Has it tried again soon. */
    void failed(RuntimeException why) {
        LOG.log(Level.WARNING, "What is due with " + due.name() + " could not be done; it is tried again", why);
        alarm.to(clock.instant().plus(AFTER_FAILURE));
    }

    private void sweep() {
        due.before();
        while (some() == MOST) {
            // there may be more
        }
        due.after();
        due.next().ifPresent(next -> alarm.to(notTooSoon(next)));
    }

    private Instant notTooSoon(Instant next) {
        Instant now = clock.instant();
        Instant soon = now.plus(next.isAfter(now) ? due.gathering() : PAUSE);
        return next.isBefore(soon) ? soon : next;
    }

    private int some() {
        try {
            return due.sweep(MOST);
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "What is due with " + due.name() + " could not be done together; each is tried alone",
                    e);
            return oneByOne();
        }
    }

    private int oneByOne() {
        int putOff = 0;
        for (int done = 0; done < MOST; done++) {
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
        return MOST;
    }
}
