package dev.parley.engine.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MicrometerMetersTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final MicrometerMeters meters = new MicrometerMeters(registry);

    @Test
    void endsAreCountedByOperationAndStatus() {
        meters.ended("pay", "SUCCEEDED", Duration.ofSeconds(2));
        meters.ended("pay", "SUCCEEDED", Duration.ofSeconds(4));
        meters.ended("pay", "FAULTED", Duration.ofSeconds(1));

        assertThat(registry.get("parley.conversations")
                        .tags("operation", "pay", "status", "SUCCEEDED")
                        .counter()
                        .count())
                .isEqualTo(2);
        assertThat(registry.get("parley.duration")
                        .tag("operation", "pay")
                        .timer()
                        .totalTime(TimeUnit.SECONDS))
                .isEqualTo(7);
    }

    @Test
    void whatIsLookedUpIsShownUntilItIsNotThereAnyMore() {
        meters.show(List.of(Measurement.of("parley.topic.lag", "topic", "a", 3), Measurement.of("parley.stuck", 1)));
        assertThat(registry.get("parley.topic.lag").tag("topic", "a").gauge().value())
                .isEqualTo(3);

        meters.show(List.of(Measurement.of("parley.topic.lag", "topic", "a", 5), Measurement.of("parley.stuck", 1)));
        assertThat(registry.get("parley.topic.lag").tag("topic", "a").gauge().value())
                .isEqualTo(5);

        meters.show(List.of(Measurement.of("parley.stuck", 0)));
        assertThat(registry.find("parley.topic.lag").gauges()).isEmpty();
        assertThat(registry.get("parley.stuck").gauge().value()).isZero();
    }

    @Test
    void nothingIsLeftBehind() {
        meters.ended("pay", "SUCCEEDED", Duration.ofSeconds(2));
        meters.batch("parley.requests", 7);
        meters.show(List.of(Measurement.of("parley.stuck", 1)));

        meters.close();

        assertThat(registry.getMeters()).isEmpty();
    }
}
