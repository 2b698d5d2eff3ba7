package dev.parley.engine.run;

import dev.parley.engine.commit.AfterCommit;
import dev.parley.engine.commit.Alarm;
import dev.parley.engine.config.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The one timer: set to the next deadline, moved forward when an earlier one is committed, and never further away than the sweep interval, so that the
 * deadlines of a node that died are kept by the others. It is not persistent: what is due stands in the database.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DeadlineAlarm {

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(500);

    @Resource
    TimerService timers;

    @Resource
    ManagedExecutorService executor;

    @Inject
    Deadlines deadlines;

    @Inject
    Clock clock;

    @Inject
    Settings settings;

    private @Nullable Alarm alarm;

    @PostConstruct
    void start() {
        alarm().arm(clock.instant());
    }

    private synchronized Alarm alarm() {
        if (alarm == null) {
            alarm = new Alarm(timers, clock);
        }
        return alarm;
    }

    /** A deadline was committed; a timer cannot be set while its transaction is being completed. */
    public void committed(@Observes AfterCommit.Committed committed) {
        Instant dueAt = committed.dueAt();
        if (dueAt != null && alarm().isEarlier(dueAt)) {
            executor.execute(() -> alarm().arm(dueAt));
        }
    }

    /** Sweeps, and sets the timer anew, whatever the sweep came to. */
    @Timeout
    public void wake() {
        alarm().disarmed();
        alarm().arm(clock.instant().plus(settings.sweepInterval()));
        try {
            deadlines.sweep();
            deadlines.next().ifPresent(this::armForNext);
        } catch (RuntimeException e) {
            alarm().arm(clock.instant().plus(AFTER_FAILURE));
            throw e;
        }
    }

    /** What is due and was not done is locked by somebody else, perhaps for long: it is looked at again, but not without a pause. */
    private void armForNext(Instant dueAt) {
        Instant now = clock.instant();
        alarm().arm(dueAt.isAfter(now) ? dueAt : now.plus(PAUSE));
    }
}
