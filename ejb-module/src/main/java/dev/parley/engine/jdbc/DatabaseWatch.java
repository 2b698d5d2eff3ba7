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

    @Resource(lookup = "java:jboss/datasources/ParleyDS")
    DataSource database;

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Inject
    Opening opening;

    private boolean isSuspected;
    private volatile @Nullable String missing;
    private volatile @Nullable Future<?> looking;

    @PostConstruct
    void start() {
        Awaited.watch(Awaited.DATABASE_NOW, () -> missing);
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
     * long for a connection of the pool knows nothing of the database.
     */
    void look() {
        AwaitedDatabase.Look seen = AwaitedDatabase.look(database);
        if (!seen.isOfDatabase()) {
            return;
        }
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

    /** What is missing, and what to do; null if nothing is. */
    @Nullable
    String missing() {
        return missing;
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
