package dev.parley.engine.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LostDiskTest {

    private final AtomicInteger starts = new AtomicInteger();
    private final LostDisk lost = new LostDisk(starts::incrementAndGet);

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
}
