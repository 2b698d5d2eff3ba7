package dev.parley.engine.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Micrometer as the server has it. Its classes are there only if its subsystem is. */
final class MicrometerMeters implements Meters {

    /** Buckets in which alerts and percentiles can be told, and not seventy for each operation. */
    private static final Duration[] BUCKETS = Stream.of("PT0.01S", "PT0.1S", "PT1S", "PT10S", "PT1M", "PT10M", "PT1H")
            .map(Duration::parse)
            .toArray(Duration[]::new);

    private final MeterRegistry registry;
    private final Map<String, Counter> ended = new ConcurrentHashMap<>();
    private final Map<String, Timer> durations = new ConcurrentHashMap<>();
    private final Map<String, DistributionSummary> batches = new ConcurrentHashMap<>();
    private final Map<String, MultiGauge> gauges = new ConcurrentHashMap<>();

    MicrometerMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** That of the server, or none if it has none. Where the classes are missing a {@link LinkageError} is thrown. */
    static Meters ofServer() {
        return CDI.current().select(MeterRegistry.class).stream()
                .findFirst()
                .<Meters>map(MicrometerMeters::new)
                .orElse(NONE);
    }

    @Override
    public void ended(String operation, String status, Duration took) {
        ended.computeIfAbsent(operation + ' ' + status, key -> Counter.builder("parley.conversations")
                        .description("Conversations that have ended")
                        .tags("operation", operation, "status", status)
                        .register(registry))
                .increment();
        durations
                .computeIfAbsent(operation, key -> Timer.builder("parley.duration")
                        .description("From a conversation's begin to its end")
                        .tag("operation", operation)
                        .serviceLevelObjectives(BUCKETS)
                        .register(registry))
                .record(took);
    }

    @Override
    public void batch(String queue, int size) {
        batches.computeIfAbsent(queue, key -> DistributionSummary.builder("parley.batch.size")
                        .description("Messages that shared a transaction")
                        .tag("queue", queue)
                        .register(registry))
                .record(size);
    }

    @Override
    public void show(List<Measurement> all) {
        Map<String, List<Measurement>> byName = all.stream().collect(Collectors.groupingBy(Measurement::name));
        byName.keySet()
                .forEach(name -> gauges.computeIfAbsent(
                        name, key -> MultiGauge.builder(key).register(registry)));
        gauges.forEach((name, gauge) -> gauge.register(
                byName.getOrDefault(name, List.of()).stream()
                        .<MultiGauge.Row<?>>map(one -> MultiGauge.Row.of(tags(one), one.value()))
                        .toList(),
                true));
    }

    private static Tags tags(Measurement measurement) {
        return Tags.of(measurement.tags().entrySet().stream()
                .map(tag -> Tag.of(tag.getKey(), tag.getValue()))
                .toList());
    }

    @Override
    public void close() {
        show(List.of());
        Stream.of(ended, durations, batches)
                .flatMap(meters -> meters.values().stream())
                .map(Meter.class::cast)
                .forEach(registry::remove);
    }
}
