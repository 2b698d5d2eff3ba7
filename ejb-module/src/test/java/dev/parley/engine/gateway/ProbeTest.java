package dev.parley.engine.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProbeTest {

    private final List<Runnable> looks = new ArrayList<>();

    @Test
    void isUpIfItAnswers() {
        assertThat(isUp(new Probe(Runnable::run, () -> true))).isTrue();
        assertThat(isUp(new Probe(Runnable::run, () -> false))).isFalse();
    }

    @Test
    void isNotUpIfItFails() {
        Probe probe = new Probe(Runnable::run, () -> {
            throw new IllegalStateException("away");
        });

        assertThat(isUp(probe)).isFalse();
    }

    @Test
    void isNotUpAsLongAsItLeavesThatOpenAndIsLookedAtOnceForAll() {
        Probe probe = new Probe(looks::add, () -> true);

        assertThat(isUp(probe)).isFalse();
        assertThat(isUp(probe)).isFalse();

        assertThat(looks).hasSize(1);
        looks.get(0).run();
        assertThat(isUp(probe)).isFalse();
        assertThat(looks).as("another look, as the first is done").hasSize(2);
    }

    private static boolean isUp(Probe probe) {
        return Probe.isUp(probe.look(), Duration.ZERO);
    }
}
