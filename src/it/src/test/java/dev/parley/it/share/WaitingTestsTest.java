package dev.parley.it.share;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.server.WaitingTest;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Those that wait are run beside each other, or one of these waits for the other in vain. */
class WaitingTestsTest {

    private static final CountDownLatch BOTH = new CountDownLatch(2);

    @WaitingTest
    void oneWaitsForTheOther() throws InterruptedException {
        assertThat(theOtherCame()).isTrue();
    }

    @WaitingTest
    void theOtherWaitsForTheOne() throws InterruptedException {
        assertThat(theOtherCame()).isTrue();
    }

    private static boolean theOtherCame() throws InterruptedException {
        BOTH.countDown();
        return BOTH.await(20, TimeUnit.SECONDS);
    }
}
