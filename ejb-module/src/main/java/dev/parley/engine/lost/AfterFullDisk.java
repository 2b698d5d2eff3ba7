package dev.parley.engine.lost;

import dev.parley.engine.commit.Background;
import dev.parley.engine.commit.Once;
import dev.parley.engine.commit.Opening;
import dev.parley.engine.config.FullDiskMark;
import dev.parley.engine.gateway.TransactionalSender;
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
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The look, a while after each start of Parley, whether the disk of this server was full. Not at once: by then recovery
 * has ended what it can, and most of what is not lost is done, or has been begun.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AfterFullDisk {

    private static final Duration FIRST = Duration.ofSeconds(20);
    private static final Duration AGAIN = Duration.ofSeconds(30);

    @Resource
    ManagedScheduledExecutorService scheduler;

    @EJB
    Background background;

    @Inject
    WorkAgain work;

    @Inject
    TransactionalSender posting;

    @Inject
    Opening opening;

    @Inject
    Clock clock;

    private volatile @Nullable Future<?> next;
    private volatile boolean ends;

    @PostConstruct
    void start() {
        Instant begun = clock.instant();
        Resending resending = new Resending(FullDiskMark.ofThisServer(), posting::isPossible, () -> work.pages(begun));
        opening.whenOpen(() -> lookIn(FIRST, resending));
    }

    private void lookIn(Duration pause, Resending resending) {
        next = Once.in(scheduler, () -> background.run(() -> look(resending)), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look(Resending resending) {
        if (!resending.isDone() && !ends) {
            lookIn(AGAIN, resending);
        }
    }

    @PreDestroy
    void stop() {
        ends = true;
        Future<?> scheduled = next;
        if (scheduled != null) {
            scheduled.cancel(false);
        }
    }
}
