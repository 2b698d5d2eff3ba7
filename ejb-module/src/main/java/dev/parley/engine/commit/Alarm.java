package dev.parley.engine.commit;

import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** One timer, set to the earliest of the times it was asked for. It is not persistent: what is due stands in the database. */
public final class Alarm {

    private static final Duration SHORTEST = Duration.ofMillis(1);

    private final TimerService timers;
    private final InstantSource clock;
    private @Nullable Timer timer;
    private Instant armedFor = Instant.MAX;

    public Alarm(TimerService timers, InstantSource clock) {
        this.timers = timers;
        this.clock = clock;
    }

    /** Whether it would have to be moved forward. */
    public synchronized boolean isEarlier(Instant instant) {
        return instant.isBefore(armedFor);
    }

    /** It has gone off. */
    public synchronized void disarmed() {
        timer = null;
        armedFor = Instant.MAX;
    }

    /** Sets it to a time, unless it goes off before; not while a transaction is being completed. */
    public synchronized void arm(Instant instant) {
        if (!isEarlier(instant)) {
            return;
        }
        if (timer != null) {
            timer.cancel();
        }
        long millis = Math.max(
                SHORTEST.toMillis(), Duration.between(clock.instant(), instant).toMillis());
        timer = timers.createSingleActionTimer(millis, new TimerConfig(null, false));
        armedFor = instant;
    }
}
