package dev.parley.engine.commit;

import dev.parley.engine.config.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Does whatever is due, of all kinds that there are: at the time that was committed on this node, and in the sweep interval what is left of nodes that died. */
@Singleton
@Startup
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Sweeper {

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

    private final Map<String, Sweep> sweeps = new ConcurrentHashMap<>();

    @PostConstruct
    void start() {
        for (Due due : kinds) {
            String name = due.name();
            sweeps.put(name, new Sweep(due, at -> alarm.set(name, at), clock, settings.sweepInterval()));
        }
        alarm.begin(this::rung);
        sweeps.keySet().forEach(name -> alarm.set(name, clock.instant()));
    }

    @PreDestroy
    void stop() {
        alarm.stop();
    }

    private void rung(Set<String> names) {
        names.forEach(name -> begin(Objects.requireNonNull(sweeps.get(name))));
    }

    private void begin(Sweep sweep) {
        try {
            background.run(sweep::run);
        } catch (RuntimeException e) {
            sweep.failed(e);
        }
    }
}
