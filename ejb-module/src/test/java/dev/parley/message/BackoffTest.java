package dev.parley.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    @ParameterizedTest
    @CsvSource({"0, PT0.05S", "1, PT0.1S", "10, PT51.2S", "11, PT1M", "2147483647, PT1M"})
    void doublesToTheLongest(int pauses, Duration pause) {
        assertThat(new Backoff(Duration.ofMillis(50), Duration.ofMinutes(1)).after(pauses))
                .isEqualTo(pause);
    }

    @ParameterizedTest
    @CsvSource({"0, PT1S", "5, PT32S", "6, PT64S", "7, PT64S"})
    void doublesSoManyTimes(int pauses, Duration pause) {
        assertThat(Backoff.doubling(Duration.ofSeconds(1), 6).after(pauses)).isEqualTo(pause);
    }
}
