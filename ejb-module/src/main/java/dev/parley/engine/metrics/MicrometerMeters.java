package dev.parley.engine.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Micrometer as the server has it. Its classes are there only if its subsystem is. Meters are asked for by name and
 * tags: those that are built otherwise WildFly 39 shows to nobody.
 */
final class MicrometerMeters implements Meters {

    private static final String CONVERSATIONS = "parley.conversations";
    private static final String DURATION = "parley.duration";
    private static final String BATCH_SIZE = "parley.batch.size";

    private final MeterRegistry registry;
    private final Map<Kind, Counter> ended = new ConcurrentHashMap<>();
    private final Map<String, Timer> durations = new ConcurrentHashMap<>();
    private final Map<String, DistributionSummary> batches = new ConcurrentHashMap<>();
    private final Map<Kind, Double> values = new ConcurrentHashMap<>();
    private final Set<Kind> shown = ConcurrentHashMap.newKeySet();

    /** What tells one meter from another. */
    private record Kind(String name, Map<String, String> tags) {

        private Tags asTags() {
            return Tags.of(tags.entrySet().stream()
                    .map(tag -> Tag.of(tag.getKey(), tag.getValue()))
                    .toList());
        }
    }

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
        ended.computeIfAbsent(
                        new Kind(CONVERSATIONS, Map.of("operation", operation, "status", status)),
                        kind -> registry.counter(kind.name(), kind.asTags()))
                .increment();
        durations
                .computeIfAbsent(operation, key -> registry.timer(DURATION, Tags.of("operation", key)))
                .record(took);
    }

    @Override
    public void batch(String queue, int size) {
        batches.computeIfAbsent(queue, key -> registry.summary(BATCH_SIZE, Tags.of("queue", key)))
                .record(size);
    }

    @Override
    public void show(List<Measurement> all) {
        Map<Kind, Double> now = new HashMap<>();
        all.forEach(one -> now.put(new Kind(one.name(), one.tags()), one.value()));
        List<Kind> gone = shown.stream().filter(kind -> !now.containsKey(kind)).toList();
        gone.forEach(this::forget);
        values.putAll(now);
        now.keySet().forEach(this::register);
    }

    private void register(Kind kind) {
        if (shown.add(kind)) {
            registry.gauge(kind.name(), kind.asTags(), values, all -> all.getOrDefault(kind, Double.NaN));
        }
    }

    private void forget(Kind kind) {
        shown.remove(kind);
        values.remove(kind);
        registry.find(kind.name()).tags(kind.asTags()).meters().forEach(registry::remove);
    }

    @Override
    public void close() {
        List.copyOf(shown).forEach(this::forget);
        Stream.of(CONVERSATIONS, DURATION, BATCH_SIZE)
                .flatMap(name -> registry.find(name).meters().stream())
                .forEach(registry::remove);
    }
}
