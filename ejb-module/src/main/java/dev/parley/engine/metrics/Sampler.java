package dev.parley.engine.metrics;

import dev.parley.engine.broker.QueueStates;
import dev.parley.engine.commit.Opening;
import dev.parley.engine.jdbc.Connections;
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
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The sampler of what is not counted as it happens: what stands in the database and in the broker. Looking takes at
 * most a tenth of the time, and nobody looks where no metrics are collected.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Sampler {

    private static final Logger LOG = System.getLogger(Sampler.class.getName());

    private static final int SHARE = 10;

    private static final double MILLIS = 1000;

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Inject
    Metrics metrics;

    @Inject
    @Any
    Instance<Measured> measured;

    @Inject
    Connections connections;

    @Inject
    MetricsSettings settings;

    @Inject
    Opening opening;

    @Inject
    Clock clock;

    private volatile @Nullable Future<?> next;
    private volatile boolean ends;
    private volatile long restsUntil = System.nanoTime();

    @PostConstruct
    void begin() {
        if (metrics.isOn()) {
            opening.whenOpen(this::beginToSample);
        }
    }

    /** In intervals: what is scheduled for once is lost if the server is suspended just then. */
    private void beginToSample() {
        if (!ends) {
            next = scheduler.scheduleWithFixedDelay(
                    this::sample, 0, settings.interval().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void sample() {
        long begin = System.nanoTime();
        if (begin - restsUntil < 0) {
            return;
        }
        try {
            List<Measurement> all = new ArrayList<>(ofBroker());
            all.addAll(connections.here(connection -> {
                List<Measurement> found = new ArrayList<>();
                for (Measured one : measured) {
                    found.addAll(one.measure(connection));
                }
                return found;
            }));
            metrics.show(all);
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "What is to be measured could not be looked up", e);
            metrics.show(List.of()); // no number is better than one of before
        }
        long now = System.nanoTime();
        restsUntil = now + (now - begin) * SHARE;
    }

    /** Of a broker in this server; another one shows that itself. */
    private List<Measurement> ofBroker() {
        Instant now = clock.instant();
        List<Measurement> all = new ArrayList<>();
        QueueStates.all().forEach(queue -> {
            all.add(Measurement.of("parley.oldest", "queue", queue.name(), age(queue.oldest(), now)));
            all.add(Measurement.of("parley.waiting", "queue", queue.name(), queue.messages()));
            if (queue.isForDeadLetters()) {
                all.add(Measurement.of("parley.dead", queue.messages()));
            }
        });
        return all;
    }

    private static double age(@Nullable Instant oldest, Instant now) {
        return oldest == null ? 0 : Math.max(0, Duration.between(oldest, now).toMillis() / MILLIS);
    }

    @PreDestroy
    void end() {
        ends = true;
        Future<?> waiting = next;
        if (waiting != null) {
            waiting.cancel(false);
        }
    }
}
