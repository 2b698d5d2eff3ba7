package dev.parley.engine.commit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlarmTest {

    private static final int LIMIT = 20;

    private final ScheduledThreadPoolExecutor threads =
            (ScheduledThreadPoolExecutor) Executors.newScheduledThreadPool(1);
    private final Alarm alarm = new Alarm();
    private final BlockingQueue<Set<String>> rung = new LinkedBlockingQueue<>();
    private final List<Runnable> tasks = new CopyOnWriteArrayList<>();
    private volatile boolean isRefused;
    private boolean isLost;
    private volatile Duration ahead = Duration.ZERO;

    @BeforeEach
    @SuppressWarnings("UnnecessaryAssignment") // there is no container here
    void begin() {
        threads.setRemoveOnCancelPolicy(true);
        alarm.scheduler = (ManagedScheduledExecutorService) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ManagedScheduledExecutorService.class},
                (proxy, method, arguments) -> {
                    if (isRefused) {
                        throw new RejectedExecutionException("no more");
                    }
                    tasks.add((Runnable) arguments[0]);
                    return isLost ? null : method.invoke(threads, arguments);
                });
        InstantSource shifted = () -> Instant.now().plus(ahead);
        alarm.clock = shifted.withZone(ZoneOffset.UTC);
        alarm.begin(rung::add);
    }

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    private void isDue(Duration in) {
        alarm.set("mails", Instant.now().plus(in));
    }

    @Test
    void ringsAtTheEarliestTime() throws InterruptedException {
        isDue(Duration.ofHours(1));
        isDue(Duration.ofMillis(1));
        isDue(Duration.ofHours(2));
        assertThat(rung.poll(LIMIT, TimeUnit.SECONDS)).isNotNull();
        assertThat(threads.getQueue()).as("it is looked then what is due next").isEmpty();
    }

    @Test
    void isSetOnceForWhatIsLater() {
        isDue(Duration.ofHours(1));
        isDue(Duration.ofHours(2));
        isDue(Duration.ofHours(3));
        assertThat(threads.getQueue()).hasSize(1);
        isDue(Duration.ofMinutes(1));
        assertThat(threads.getQueue()).hasSize(1);
        assertThat(rung).isEmpty();
    }

    @Test
    void ringsAgainWhenItHasRung() throws InterruptedException {
        isDue(Duration.ZERO);
        assertThat(rung.poll(LIMIT, TimeUnit.SECONDS)).isNotNull();
        isDue(Duration.ZERO);
        assertThat(rung.poll(LIMIT, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void neverRingsOnceItIsStopped() {
        isDue(Duration.ofHours(1));
        alarm.stop();
        isDue(Duration.ZERO);
        assertThat(threads.getQueue()).isEmpty();
    }

    @Test
    void isSetByTheNextIfItCouldNotBeSet() throws InterruptedException {
        isDue(Duration.ofHours(1));
        isRefused = true;
        isDue(Duration.ZERO);
        assertThat(threads.getQueue()).as("it is still set as it was").hasSize(1);
        isRefused = false;
        isDue(Duration.ZERO);
        assertThat(rung.poll(LIMIT, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void ringsForOneKindThoughItCannotBeSetForAnother() throws InterruptedException {
        alarm.set("grants", Instant.now().plusSeconds(1));
        isDue(Duration.ofMillis(100));
        isRefused = true;
        assertThat(rung.poll(LIMIT, TimeUnit.SECONDS)).containsExactly("mails");
        isRefused = false;
        isDue(Duration.ofSeconds(1));
        assertThat(rung.poll(LIMIT, TimeUnit.SECONDS)).contains("grants");
    }

    @Test
    void aTaskThatWasCancelledTooLateDoesNothing() {
        isDue(Duration.ofHours(1));
        isDue(Duration.ofMinutes(30));
        tasks.get(0).run();
        assertThat(rung).isEmpty();
        assertThat(tasks).as("nor is another one scheduled").hasSize(2);
    }

    @Test
    void isSetAgainAfterATaskThatNeverCame() throws InterruptedException {
        isLost = true;
        isDue(Duration.ZERO);
        isLost = false;
        ahead = Duration.ofSeconds(50);
        isDue(Duration.ofSeconds(50));
        assertThat(tasks).as("it may be late").hasSize(1);
        ahead = Duration.ofSeconds(70);
        isDue(Duration.ofSeconds(70));
        assertThat(rung.poll(LIMIT, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void ringsThoughTheClockIsSetBackMeanwhile() throws InterruptedException {
        isDue(Duration.ofMillis(200));
        ahead = Duration.ofHours(-1);
        assertThat(rung.poll(LIMIT, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void ringsForEachKindAtItsTime() throws InterruptedException {
        alarm.set("grants", Instant.now().plus(Duration.ofHours(1)));
        isDue(Duration.ofMillis(1));
        assertThat(rung.poll(LIMIT, TimeUnit.SECONDS)).containsExactly("mails");
        assertThat(threads.getQueue()).as("it is set for the other kind").hasSize(1);
        alarm.set("grants", Instant.now());
        assertThat(rung.poll(LIMIT, TimeUnit.SECONDS)).containsExactly("grants");
    }
}
