package dev.parley.relay.engine;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Rings at the earliest time at which something is due with messages in mailboxes, as far as this node has heard. Every commit says when: that must not cost anything. */
@ApplicationScoped
class MailAlarm {

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Inject
    Clock clock;

    private @Nullable Runnable bell;
    private @Nullable ScheduledFuture<?> armed;
    private volatile Instant armedFor = Instant.MAX;

    /** Rings this from now on, each time once. */
    synchronized void begin(Runnable rings) {
        bell = rings;
    }

    /** Never rings again. */
    synchronized void stop() {
        bell = null;
        if (armed != null) {
            armed.cancel(false);
        }
    }

    /** Something will be due. */
    void committed(@Observes MailWork.Changes committed) {
        if (committed.dueAt().isBefore(armedFor)) {
            arm(committed.dueAt());
        }
    }

    /** Rings then, unless it rings before. */
    synchronized void arm(Instant at) {
        if (bell == null || !at.isBefore(armedFor)) {
            return;
        }
        if (armed != null) {
            armed.cancel(false);
        }
        armedFor = at;
        long millis = Math.max(1, Duration.between(clock.instant(), at).toMillis());
        armed = scheduler.schedule(this::ring, millis, TimeUnit.MILLISECONDS);
    }

    private void ring() {
        Runnable rings = disarm();
        if (rings != null) {
            rings.run();
        }
    }

    private synchronized @Nullable Runnable disarm() {
        armed = null;
        armedFor = Instant.MAX;
        return bell;
    }
}
