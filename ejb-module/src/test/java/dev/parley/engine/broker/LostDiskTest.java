package dev.parley.engine.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class LostDiskTest {

    private final AtomicInteger starts = new AtomicInteger();
    private final AtomicReference<BooleanSupplier> isNobodysBusiness = new AtomicReference<>();
    private final LostDisk lost = new LostDisk(over -> {
        starts.incrementAndGet();
        isNobodysBusiness.set(over);
    });

    @Test
    void hasTheServerStartAnewOnce() {
        lost.onIOException(new IOException("No space left on device"), "write", "activemq-data-3.amq");
        lost.onIOException(new IOException("No space left on device"), "write", null);

        assertThat(starts).hasValue(1);
    }

    @Test
    void whatIsNotMadeYetNeedsNoRoom() {
        assertThat(LostDisk.isRoomIn(List.of(new File("no", "such-directory")))).isTrue();
    }

    @Test
    void doesNothingWhenParleyIsNotThereAnyMore() {
        lost.forget();
        lost.onIOException(new IOException("No space left on device"), "write", null);

        assertThat(starts).hasValue(0);
    }

    @Test
    void waitsOnWhenNobodyGuardsTheBrokerAnyMoreAsItHasFailed() {
        lost.onIOException(new IOException("No space left on device"), "write", null);
        lost.forget();

        assertThat(isNobodysBusiness.get().getAsBoolean()).isFalse();
    }

    @Test
    void doesNotWaitOnceParleyIsUndeployedAfterwards() {
        lost.onIOException(new IOException("No space left on device"), "write", null);
        lost.forget();
        lost.leave();

        assertThat(isNobodysBusiness.get().getAsBoolean()).isTrue();
    }

    @Test
    void waitsForRoomHoweverLongThatTakes() {
        AtomicInteger looks = new AtomicInteger();
        LostDisk.Wait wait = new LostDisk.Wait(() -> looks.incrementAndGet() > 1000, () -> false, seconds -> {});

        assertThat(wait.end(5)).isEqualTo(LostDisk.End.ROOM);
    }

    @Test
    void doesNotWaitWhenThereIsAnotherBroker() {
        LostDisk.Wait wait = new LostDisk.Wait(() -> false, () -> true, seconds -> {});

        assertThat(wait.end(5)).isEqualTo(LostDisk.End.OVER);
    }

    @Test
    void doesNotWaitOnceItIsInterrupted() {
        LostDisk.Wait wait = new LostDisk.Wait(() -> false, () -> false, TimeUnit.SECONDS::sleep);
        Thread.currentThread().interrupt();

        assertThat(wait.end(5)).isEqualTo(LostDisk.End.INTERRUPTED);
        assertThat(Thread.interrupted()).isTrue();
    }
}
