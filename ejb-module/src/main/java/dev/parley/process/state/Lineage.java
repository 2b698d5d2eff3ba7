package dev.parley.process.state;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an instance has taken over from another one, and which one has taken over from it.
 *
 * @param origins the instances that steps were asked in which this one has not asked itself, by the ids of the steps
 * @param successor the instance that has taken over what this one did; null if none has
 */
public record Lineage(Map<String, String> origins, @Nullable String successor) {

    /** Nothing was taken over. */
    public static final Lineage NONE = new Lineage(Map.of(), null);

    public Lineage {
        origins = Map.copyOf(origins);
    }

    /** The instance in which a step was asked. */
    public String origin(String step, String self) {
        return origins.getOrDefault(step, self);
    }

    /** The same, of what another one has taken over. */
    public Lineage succeededBy(String instance) {
        return new Lineage(origins, instance);
    }

    /** That of an instance which takes over steps from the one that has this lineage. */
    public Lineage inherited(Iterable<String> steps, String self) {
        Map<String, String> taken = new HashMap<>();
        steps.forEach(step -> taken.put(step, origin(step, self)));
        return new Lineage(taken, null);
    }
}
