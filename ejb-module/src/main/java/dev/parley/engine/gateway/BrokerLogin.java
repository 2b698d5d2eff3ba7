package dev.parley.engine.gateway;

import dev.parley.engine.wire.Queues;
import dev.parley.health.Awaited;
import dev.parley.message.Backoff;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The first login at the broker: where it is away or refuses Parley, that is said with what to do, and tried again
 * until it has been there once. Afterwards its connections mend themselves.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BrokerLogin {

    private static final Logger LOG = System.getLogger(BrokerLogin.class.getName());

    /** 1 s to 32 s. */
    private static final Backoff PAUSES = Backoff.doubling(Duration.ofSeconds(1), 5);

    private static final long TICK = 500;

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Inject
    Queues queues;

    private volatile @Nullable String missing = "the broker has not been asked yet";
    private volatile @Nullable Future<?> next;
    private volatile long looksAt = System.nanoTime();
    private int looks;

    @PostConstruct
    void begin() {
        Awaited.watch(Awaited.BROKER, () -> missing);
        next = scheduler.scheduleWithFixedDelay(this::look, 0, TICK, TimeUnit.MILLISECONDS);
    }

    /** Asked at each tick: what is scheduled for once is lost if the server is suspended just then. */
    private void look() {
        if (missing == null || System.nanoTime() - looksAt < 0) {
            return;
        }
        String now = AwaitedBroker.missing(queues::connect);
        if (now != null) {
            Duration pause = PAUSES.after(looks++);
            LOG.log(Level.WARNING, "Parley looks again in {0} s: {1}", pause.toSeconds(), now);
            looksAt = System.nanoTime() + pause.toNanos();
        } else if (looks > 0) {
            LOG.log(Level.INFO, "The broker is there");
        }
        missing = now;
    }

    @PreDestroy
    void end() {
        Future<?> looking = next;
        if (looking != null) {
            looking.cancel(false);
        }
        Awaited.unwatch(Awaited.BROKER);
    }
}
