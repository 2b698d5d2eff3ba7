package dev.parley.relay.engine;

import dev.parley.engine.commit.Once;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Has PostgreSQL clear away what is left of messages that are gone: a reception reads past all of it, and autovacuum
 * looks once in a minute. That takes a twentieth of the time at most, is done by one node at a time, and can be left
 * out: it keeps no promise.
 */
@ApplicationScoped
class MailVacuum {

    private static final Logger LOG = System.getLogger(MailVacuum.class.getName());

    /**
     * The statement, which does nothing if another one is at it; and without the lock that giving back the end of the
     * file takes.
     */
    private static final String VACUUM = "vacuum (skip_locked, truncate false) parley_mail";

    private static final int SHARE = 20;
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Inject
    MailTransactions transactions;

    @Inject
    RelaySettings relay;

    /** The number of messages that are gone before it is done; 0 if it is never to be done. */
    int enough;

    private final AtomicLong removed = new AtomicLong();
    private final AtomicBoolean isPlanned = new AtomicBoolean();
    private volatile long restsUntil = System.nanoTime();
    private volatile @Nullable ScheduledFuture<?> next;

    @PostConstruct
    void prepare() {
        enough = relay.vacuum();
    }

    /** Messages may be gone. */
    void committed(@Observes MailWork.Changes committed) {
        if (committed.removed() == 0 || enough == 0) {
            return;
        }
        if (removed.addAndGet(committed.removed()) >= enough
                && transactions.dialect().leavesRowsBehind()
                && isPlanned.compareAndSet(false, true)) {
            long rest = Math.max(0, restsUntil - System.nanoTime());
            next = Once.in(scheduler, this::vacuum, rest, TimeUnit.NANOSECONDS);
        }
    }

    @PreDestroy
    void stop() {
        if (next != null) {
            next.cancel(false);
        }
    }

    private void vacuum() {
        removed.set(0);
        long begin = System.nanoTime();
        long rest = AFTER_FAILURE.toNanos();
        try {
            transactions.here(connection -> {
                try (Statement statement = connection.createStatement()) {
                    return statement.execute(VACUUM);
                }
            });
            rest = SHARE * (System.nanoTime() - begin);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "PostgreSQL does not clear away what is left of messages; autovacuum will", e);
        } finally {
            restsUntil = System.nanoTime() + rest;
            isPlanned.set(false);
        }
    }
}
