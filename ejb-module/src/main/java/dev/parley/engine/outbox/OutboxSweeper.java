package dev.parley.engine.outbox;

import dev.parley.engine.commit.AfterCommit;
import dev.parley.engine.commit.Once;
import dev.parley.engine.commit.Opening;
import dev.parley.engine.commit.SingleFlight;
import dev.parley.engine.commit.Transactions;
import dev.parley.engine.config.Settings;
import dev.parley.message.Backoff;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The sweeper that sends what is in the outbox: right after a commit that wrote to it, and in the sweep interval what a
 * node left that died. Any number of nodes at once. It does so whatever the delivery is, so that nothing stays behind
 * when that is changed.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OutboxSweeper {

    private static final Logger LOG = System.getLogger(OutboxSweeper.class.getName());
    private static final Backoff PAUSES = Backoff.doubling(Duration.ofMillis(500), 6);

    @Resource
    ManagedExecutorService executor;

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Inject
    DatabaseOutbox outbox;

    @Inject
    JmsOutboxPublisher courier;

    @Inject
    Transactions transactions;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    @Inject
    Opening opening;

    private SingleFlight sweeps;
    private OutboxSweep sweep;
    private volatile @Nullable Future<?> inIntervals;
    private final AtomicInteger failures = new AtomicInteger();

    @PostConstruct
    void start() {
        sweep = new OutboxSweep(new OutboxBatch(outbox, courier, clock, this::later), transactions::inNew);
        sweeps = new SingleFlight(executor, this::sweep);
        opening.whenOpen(this::begin);
    }

    private void begin() {
        long interval = settings.sweepInterval().toMillis();
        inIntervals = scheduler.scheduleWithFixedDelay(this::ask, 0, interval, TimeUnit.MILLISECONDS);
    }

    /** The request for a sweep. A failure must not end the intervals. */
    private void ask() {
        try {
            sweeps.ask();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The outbox could not be looked at; it is in " + settings.sweepInterval(), e);
        }
    }

    @PreDestroy
    void stop() {
        if (inIntervals != null) {
            inIntervals.cancel(false);
        }
    }

    /** Messages were committed. While the broker is gone they wait for the next attempt. */
    public void committed(@Observes AfterCommit.Committed committed) {
        if (committed.wroteMessages() && failures.get() == 0) {
            askWhoeverIsThere();
        }
    }

    private void askWhoeverIsThere() {
        try {
            sweeps.ask();
        } catch (RejectedExecutionException e) {
            // The server is suspended: another node looks, or this one in intervals when it goes on
        }
    }

    private void sweep() {
        try {
            sweep.sendAll();
            if (failures.getAndSet(0) > 0) {
                // Whoever committed meanwhile did not ask.
                sweeps.ask();
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "What is in the outbox could not be sent; it is tried again", e);
            later(clock.instant().plus(PAUSES.after(failures.getAndIncrement())));
        }
    }

    private void later(Instant instant) {
        long pause = Math.max(0, Duration.between(clock.instant(), instant).toMillis());
        var unused = Once.in(scheduler, this::ask, pause, TimeUnit.MILLISECONDS);
    }
}
