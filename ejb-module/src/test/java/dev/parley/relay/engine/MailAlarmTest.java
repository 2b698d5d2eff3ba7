package dev.parley.relay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailAlarmTest {

    private static final int LIMIT = 20;

    private final ScheduledThreadPoolExecutor threads =
            (ScheduledThreadPoolExecutor) Executors.newScheduledThreadPool(1);
    private final MailAlarm alarm = new MailAlarm();
    private final BlockingQueue<Instant> rung = new LinkedBlockingQueue<>();

    @BeforeEach
    @SuppressWarnings("UnnecessaryAssignment") // there is no container here
    void begin() {
        threads.setRemoveOnCancelPolicy(true);
        alarm.scheduler = (ManagedScheduledExecutorService) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ManagedScheduledExecutorService.class},
                (proxy, method, arguments) -> method.invoke(threads, arguments));
        alarm.clock = java.time.Clock.systemUTC();
        alarm.begin(() -> rung.add(Instant.now()));
    }

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    private void isDue(Duration in) {
        alarm.committed(new MailWork.Changes(Map.of(), Instant.now().plus(in), 0));
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
}
