package dev.parley.engine.commit;

import dev.parley.engine.config.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The sweeper, which does whatever is due, of all kinds that there are: at the time that was committed on this node,
 * and in the sweep interval what is left of nodes that died.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Sweeper {

    private static final Logger LOG = System.getLogger(Sweeper.class.getName());

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Inject
    @Any
    Instance<Due> kinds;

    @Inject
    Alarm alarm;

    @EJB
    Background background;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    @Inject
    Opening opening;

    private final Map<String, Sweep> sweeps = new ConcurrentHashMap<>();
    private volatile @Nullable Future<?> watch;

    @PostConstruct
    void start() {
        for (Due due : kinds) {
            String name = due.name();
            Sweep sweep = new Sweep(due, at -> alarm.set(name, at), clock, settings.sweepInterval());
            if (sweeps.put(name, sweep) != null) {
                throw new IllegalStateException("Two kinds of what is due are named '" + name + "', rename one");
            }
        }
        opening.whenOpen(this::begin);
    }

    private void begin() {
        alarm.begin(this::rung);
        sweeps.keySet().forEach(name -> alarm.set(name, clock.instant()));
        long interval = settings.sweepInterval().toMillis();
        watch = scheduler.scheduleWithFixedDelay(this::watch, interval, interval, TimeUnit.MILLISECONDS);
    }

    /** The alarm is set already, unless a task of the scheduler was lost or refused. */
    private void watch() {
        Instant next = clock.instant().plus(settings.sweepInterval());
        sweeps.keySet().forEach(name -> alarm.set(name, next));
    }

    @PreDestroy
    void stop() {
        if (watch != null) {
            watch.cancel(false);
        }
        alarm.stop();
    }

    private void rung(Set<String> names) {
        for (String name : names) {
            Sweep sweep = sweeps.get(name);
            if (sweep == null) {
                LOG.log(Level.ERROR, "The alarm was set for {0}, which nothing that is due is named", name);
            } else {
                sweep.begin(background::run);
            }
        }
    }
}
