package dev.parley.engine.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskMarkTest {

    @TempDir
    Path data;

    @Test
    void staysUntilItIsRemoved() {
        assertThat(new FullDiskMark(data).isSet()).isFalse();

        assertThat(new FullDiskMark(data).set()).isTrue();

        assertThat(new FullDiskMark(data).isSet()).isTrue();
        new FullDiskMark(data).remove();
        assertThat(new FullDiskMark(data).isSet()).isFalse();
    }

    @Test
    void canBeSetTwice() {
        new FullDiskMark(data).set();

        assertThat(new FullDiskMark(data).set()).isTrue();
    }

    @Test
    void whatCannotBeNotedEndsNothing() {
        assertThat(new FullDiskMark(data.resolve("nowhere")).set()).isFalse();
    }
}
