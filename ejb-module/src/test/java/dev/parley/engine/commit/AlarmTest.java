package dev.parley.engine.commit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
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

    @BeforeEach
    @SuppressWarnings("UnnecessaryAssignment") // there is no container here
    void begin() {
        threads.setRemoveOnCancelPolicy(true);
        alarm.scheduler = (ManagedScheduledExecutorService) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ManagedScheduledExecutorService.class},
                (proxy, method, arguments) -> method.invoke(threads, arguments));
        alarm.clock = Clock.systemUTC();
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
    void ringsForEachKindAtItsTime() throws InterruptedException {
        alarm.set("grants", Instant.now().plus(Duration.ofHours(1)));
        isDue(Duration.ofMillis(1));
        assertThat(rung.poll(LIMIT, TimeUnit.SECONDS)).containsExactly("mails");
        assertThat(threads.getQueue()).as("it is set for the other kind").hasSize(1);
        alarm.set("grants", Instant.now());
        assertThat(rung.poll(LIMIT, TimeUnit.SECONDS)).containsExactly("grants");
    }
}
