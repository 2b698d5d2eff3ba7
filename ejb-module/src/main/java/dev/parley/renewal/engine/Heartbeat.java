package dev.parley.renewal.engine;

import dev.parley.engine.commit.Opening;
import dev.parley.engine.gateway.TransactionalSender;
import dev.parley.engine.jdbc.DatabaseClock;
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
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The heartbeat: it is written down that Parley is up, as long as the broker is, too. */
@Singleton
@Startup
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Heartbeat {

    private static final Logger LOG = System.getLogger(Heartbeat.class.getName());

    @Resource
    ManagedScheduledExecutorService executor;

    @Inject
    GrantTransactions transactions;

    @Inject
    TransactionalSender posting;

    @Inject
    Opening opening;

    private volatile @Nullable ScheduledFuture<?> beating;

    @PostConstruct
    void start() {
        opening.whenOpen(this::begin);
    }

    private void begin() {
        beating = executor.scheduleAtFixedRate(this::beat, 0, UptimeTable.BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        if (beating != null) {
            beating.cancel(false);
        }
    }

    /**
     * One beat. Without a broker nobody hears that they are asked: then nothing is said, and what comes due gets a
     * fresh period as after a stop.
     */
    private void beat() {
        try {
            if (!posting.isPossible()) {
                return;
            }
            boolean isBack =
                    transactions.inNew(connection -> new UptimeTable(connection).beat(DatabaseClock.now(connection)));
            if (isBack) {
                LOG.log(Level.INFO, "Grants that came due while Parley was away get a fresh period");
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The database could not be told that Parley is up", e);
        }
    }
}
