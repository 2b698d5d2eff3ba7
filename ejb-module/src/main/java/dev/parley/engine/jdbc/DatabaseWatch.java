package dev.parley.engine.jdbc;

import dev.parley.engine.commit.Opening;
import dev.parley.health.Awaited;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The watch over a database that has been there: while it is away this node is not ready, and says for what it waits.
 * Nothing else depends on it; each attempt finds out by itself.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class DatabaseWatch {

    private static final Logger LOG = System.getLogger(DatabaseWatch.class.getName());

    private static final long SECONDS = 5;

    /**
     * A look that takes longer will not end soon: the pool lets nobody wait for more than 10 s, and a connection that
     * is there has 5 s to answer. A database that is silent, or whose network drops all, would hold it for hours.
     */
    private static final long SECONDS_OF_A_LOOK = 20;

    /** The number of looks in a row that got no connection: for a minute, as long as each of them waits. */
    private static final int LOOKS_WITHOUT_CONNECTION = 4;

    private static final String SILENT = "the database has been silent for " + SECONDS_OF_A_LOOK
            + " s: see whether it, or the network to it, stands still";

    private static final String SHORT = "no connection of the pool has been free for a minute: see whether the database"
            + " stands still, or let it have more (parley.database.pool)";

    @Resource(lookup = "java:jboss/datasources/ParleyDS")
    DataSource database;

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Inject
    Opening opening;

    LongSupplier nanoTime = System::nanoTime;

    private boolean isSuspected;
    private int withoutConnection;
    private volatile @Nullable String missing;
    private volatile @Nullable Long lookingSince;
    private final AtomicBoolean isSaidToBeSilent = new AtomicBoolean();
    private volatile @Nullable Future<?> looking;

    @PostConstruct
    void start() {
        Awaited.watch(Awaited.DATABASE_NOW, this::missing);
        opening.whenOpen(this::begin);
    }

    private void begin() {
        looking = scheduler.scheduleWithFixedDelay(this::lookAgain, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    /** What fails once would never be done again. */
    private void lookAgain() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The database was not looked at", e);
        }
    }

    /**
     * Looks at it, and believes it is away when that is seen twice: one connection may have been cut. Who has to wait
     * for a connection of the pool knows nothing of the database, unless that lasts.
     */
    void look() {
        lookingSince = nanoTime.getAsLong();
        try {
            take(AwaitedDatabase.look(database));
        } finally {
            lookingSince = null;
            isSaidToBeSilent.set(false);
        }
    }

    private void take(AwaitedDatabase.Look seen) {
        if (!seen.isOfDatabase()) {
            withoutConnection++;
            if (withoutConnection >= LOOKS_WITHOUT_CONNECTION) {
                isAway(SHORT);
            }
            return;
        }
        withoutConnection = 0;
        boolean wasSuspected = isSuspected;
        isSuspected = seen.missing() != null;
        if (!isSuspected) {
            isThere();
        } else if (wasSuspected) {
            isAway(seen.missing());
        }
    }

    private void isThere() {
        if (missing != null) {
            LOG.log(Level.INFO, "The database is back");
        }
        missing = null;
    }

    private void isAway(@Nullable String why) {
        if (missing == null) {
            LOG.log(Level.WARNING, "This node is not ready until its database is back: {0}", why);
        }
        missing = why;
    }

    /** What is missing, and what to do; null if nothing is. Who looks may be held just now, and sees nothing. */
    @Nullable
    String missing() {
        Long since = lookingSince;
        if (since == null || nanoTime.getAsLong() - since < TimeUnit.SECONDS.toNanos(SECONDS_OF_A_LOOK)) {
            return missing;
        }
        if (isSaidToBeSilent.compareAndSet(false, true)) {
            LOG.log(Level.WARNING, "This node is not ready until its database is back: {0}", SILENT);
        }
        return SILENT;
    }

    @PreDestroy
    void end() {
        Future<?> scheduled = looking;
        if (scheduled != null) {
            scheduled.cancel(false);
        }
        Awaited.unwatch(Awaited.DATABASE_NOW);
    }
}
