package dev.parley.renewal.engine;

import dev.parley.engine.commit.Alarm;
import dev.parley.engine.config.Settings;
import dev.parley.engine.gateway.TransactionalSender;
import dev.parley.engine.jdbc.DatabaseClock;
import dev.parley.renewal.GrantStore.PoolUsage;
import dev.parley.renewal.PressurePolicy;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
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
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Does with grants what is due, in batches, each in a transaction of its own, as soon as the first is due; any number of nodes at once. One timer is set to the earliest of them.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class GrantSweeper {

    private static final Logger LOG = System.getLogger(GrantSweeper.class.getName());
    private static final int MOST = 200;
    private static final int MOST_PUT_OFF = 10;

    /** Batches under way at once on this node. */
    private static final int AT_ONCE = 2;

    private static final Duration PAUSE = Duration.ofMillis(500);
    /** So that what is due soon is done together. */
    private static final Duration GATHERING = Duration.ofMillis(100);

    /** Between two sweeps because somebody wants something. */
    private static final Duration AT_LEAST = Duration.ofMillis(50);

    private static final Duration RELIEF = Duration.ofSeconds(1);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    @Resource
    TimerService timers;

    @Resource
    ManagedScheduledExecutorService executor;

    @Inject
    GrantTransactions transactions;

    @Inject
    TransactionalSender posting;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    /** Pools that are left alone for a while, since nothing could be done for them. */
    private final Map<String, Instant> resting = new ConcurrentHashMap<>();

    /** When pools of which little is left are looked at again. */
    private final Map<String, Instant> looks = new ConcurrentHashMap<>();

    private volatile Instant relieved = Instant.EPOCH;
    private volatile Instant hurried = Instant.EPOCH;
    private final Set<String> wanted = ConcurrentHashMap.newKeySet();
    private final AtomicInteger sweeping = new AtomicInteger();
    private @Nullable Alarm alarm;
    private @Nullable ScheduledFuture<?> beating;

    private synchronized Alarm alarm() {
        if (alarm == null) {
            alarm = new Alarm(timers, clock);
        }
        return alarm;
    }

    @PostConstruct
    void start() {
        beating = executor.scheduleAtFixedRate(this::beat, 0, UptimeTable.BEAT.toMillis(), TimeUnit.MILLISECONDS);
        alarm().arm(clock.instant());
    }

    @PreDestroy
    void stop() {
        if (beating != null) {
            beating.cancel(false);
        }
    }

    /** Something will be due, or is wanted now; a timer cannot be set while its transaction is being completed. */
    public void committed(@Observes GrantWork.Changes changes) {
        wanted.addAll(changes.wanted());
        Instant at = changes.wanted().isEmpty() ? changes.dueAt() : hurried.plus(AT_LEAST);
        if (alarm().isEarlier(at)) {
            executor.execute(() -> alarm().arm(at));
        }
    }

    /** Sweeps, and sets the timer anew, whatever the sweep came to. */
    @Timeout
    public void wake() {
        alarm().disarmed();
        alarm().arm(clock.instant().plus(settings.sweepInterval()));
        if (sweeping.incrementAndGet() > AT_ONCE) {
            // The others go on until nothing is left.
            sweeping.decrementAndGet();
            return;
        }
        try {
            sweep();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "What is due with grants could not be done; it is tried again", e);
            alarm().arm(clock.instant().plus(AFTER_FAILURE));
        } finally {
            sweeping.decrementAndGet();
        }
    }

    private void sweep() {
        hurried = clock.instant();
        hurry();
        while (due() == MOST) {
            // there may be more
        }
        relieve();
        boolean isWanted = hurry();
        Instant next = transactions
                .here(connection -> new GrantTable(connection).nextDue())
                .orElse(Instant.MAX);
        Instant now = clock.instant();
        Instant soon = now.plus(next.isAfter(now) && !isWanted ? GATHERING : PAUSE);
        alarm().arm(isWanted || next.isBefore(soon) ? soon : next);
    }

    private int due() {
        try {
            return transactions.sweep(sweep -> sweep.due(MOST)).found();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "What is due with grants could not be done together; each is tried alone", e);
            return dueOneByOne();
        }
    }

    private int dueOneByOne() {
        int putOff = 0;
        for (int done = 0; done < MOST; done++) {
            try {
                if (transactions.sweep(sweep -> sweep.due(1)).found() == 0) {
                    return done;
                }
            } catch (RuntimeException e) {
                putOff++;
                if (putOff > MOST_PUT_OFF) {
                    throw e;
                }
                LOG.log(Level.ERROR, "What is due with a grant could not be done, and is put off", e);
                transactions.putOffFirst();
            }
        }
        return MOST;
    }

    /** Hands on, and asks early, where somebody wants more than is free; whether that is so anywhere. */
    private boolean hurry() {
        List<String> asked = new ArrayList<>(wanted);
        wanted.removeAll(asked);
        Set<String> pools = new TreeSet<>(asked);
        pools.addAll(transactions.here(connection -> new PoolTable(connection, transactions.known()).waitedFor()));
        pools.forEach(pool -> hurry(pool, asked.contains(pool)));
        return !pools.isEmpty();
    }

    private void hurry(String pool, boolean isWanted) {
        Instant now = clock.instant();
        Instant rest = resting.get(pool);
        if (rest != null && now.isBefore(rest)) {
            return;
        }
        resting.remove(pool);
        try {
            transactions.sweep(sweep -> sweep.hurry(pool, isWanted));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "What is free of pool " + pool + " could not be handed on; it is tried again", e);
            resting.put(pool, now.plus(AFTER_FAILURE));
        }
    }

    /** Asks early where little is left, now and then. */
    private void relieve() {
        Instant now = clock.instant();
        if (now.isBefore(relieved.plus(RELIEF))) {
            return;
        }
        relieved = now;
        looks.values().removeIf(look -> look.isBefore(now));
        for (PoolUsage tight :
                transactions.here(connection -> new PoolTable(connection, transactions.known()).tight())) {
            String pool = tight.pool().name();
            if (!looks.containsKey(pool)) {
                hurry(pool, false);
                looks.put(pool, now.plus(PressurePolicy.lookEvery(tight.pool().definition())));
            }
        }
    }

    /** Without a broker nobody hears that they are asked: then nothing is said, and what comes due gets a fresh period as after a stop. */
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
