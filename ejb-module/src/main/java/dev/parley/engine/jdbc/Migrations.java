package dev.parley.engine.jdbc;

import dev.parley.engine.commit.Opening;
import dev.parley.engine.config.Release;
import dev.parley.engine.config.Settings;
import dev.parley.health.Awaited;
import dev.parley.message.Backoff;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/**
 * The migrations that bring the schema up to date before anything is received; two nodes that start together wait for
 * each other. A wrong configuration ends the deployment here. A database that is not there does not: everything waits
 * until it is.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class Migrations {

    private static final Logger LOG = System.getLogger(Migrations.class.getName());

    /** 1 s to 32 s. */
    private static final Backoff PAUSES = Backoff.doubling(Duration.ofSeconds(1), 5);

    private static final long TICK = 500;

    @Resource(lookup = "java:jboss/datasources/ParleyDS")
    DataSource database;

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Inject
    Opening opening;

    @Inject
    Settings settings;

    private volatile long looksAt = System.nanoTime();
    private int looks;
    private volatile @Nullable Future<?> next;

    @PostConstruct
    void migrate() {
        String missing = AwaitedDatabase.missing(database);
        if (missing == null) {
            bringUpToDate();
            Awaited.watch(Awaited.DATABASE, opening::awaited);
        } else {
            Awaited.watch(Awaited.DATABASE, opening::awaited);
            waitFor(missing);
        }
    }

    private void waitFor(String missing) {
        Duration pause = PAUSES.after(looks++);
        opening.await(missing);
        LOG.log(
                Level.WARNING,
                "Parley {0} waits, and looks again in {1} s: {2}",
                Release.version(),
                pause.toSeconds(),
                missing);
        looksAt = System.nanoTime() + pause.toNanos();
        if (next == null) {
            next = scheduler.scheduleWithFixedDelay(this::lookAgain, TICK, TICK, TimeUnit.MILLISECONDS);
        }
    }

    /** Asked at each tick: what is scheduled for once is lost if the server is suspended just then. */
    private void lookAgain() {
        if (opening.awaited() == null || System.nanoTime() - looksAt < 0) {
            return;
        }
        String missing = whatIsMissing();
        if (missing == null) {
            LOG.log(Level.INFO, "The database is there, and Parley begins");
            opening.open();
        } else {
            waitFor(missing);
        }
    }

    /** What was not there may have come otherwise than Parley needs it, which can still be mended. */
    private @Nullable String whatIsMissing() {
        try {
            String missing = AwaitedDatabase.missing(database);
            if (missing == null) {
                bringUpToDate();
            }
            return missing;
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "The database is there, and Parley cannot work with it", e);
            return Objects.requireNonNullElse(e.getMessage(), e.getClass().getName());
        }
    }

    private void bringUpToDate() {
        Dialect dialect = look();
        // An application's tables may stand in the same schema: they are not Parley's to judge.
        Flyway.configure(getClass().getClassLoader())
                .dataSource(database)
                .locations(dialect.migrations().toArray(String[]::new))
                .javaMigrations(new PatternStateMigration(dialect == Dialect.POSTGRESQL))
                .table("parley_schema_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }

    private Dialect look() {
        try (Connection connection = database.getConnection()) {
            Dialect dialect = Dialect.of(connection);
            LOG.log(
                    Level.INFO,
                    "Parley {0} starts, on {1}, with parley.delivery={2}",
                    Release.version(),
                    dialect,
                    settings.delivery());
            if (AssumedDialect.isAssumed() && dialect != Dialect.POSTGRESQL) {
                throw new IllegalStateException("the database is " + dialect
                        + ", and was taken for PostgreSQL while it could not be asked: deploy Parley anew");
            }
            Preflight.of(dialect, settings.delivery(), connection).check();
            return dialect;
        } catch (SQLException e) {
            throw new Connections.Failed(e);
        }
    }

    @PreDestroy
    void stop() {
        Future<?> waiting = next;
        if (waiting != null) {
            waiting.cancel(false);
        }
        opening.end();
        Awaited.unwatch(Awaited.DATABASE);
    }
}
