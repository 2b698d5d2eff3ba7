package dev.parley.renewal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The definition of a pool of resources: what it is to be like.
 *
 * @param capacity how many grants there may be at once
 * @param pingEvery how long a holder that has confirmed is left alone; in a pool of leases, how long a lease is valid
 * @param pingTimeout how long the first ping of a round waits for its answer; each further one waits twice as long
 * @param pingAttempts how many pings a holder may leave unanswered, one after the other
 * @param pressure the part of the capacity, more than 0 and at most 1, from which on holders are asked early
 * @param maxLifetime after which a grant ends whatever its holder says; null for never
 * @param lease true if the holder renews and nobody is pinged
 * @param holders who may ask for a grant besides who runs the pool, by user name; {@code *} for everybody
 */
public record PoolDefinition(
        int capacity,
        Duration pingEvery,
        Duration pingTimeout,
        int pingAttempts,
        double pressure,
        @Nullable Duration maxLifetime,
        boolean lease,
        List<String> holders) {

    /** The name among the holders that stands for everybody, also for who is not known. */
    public static final String ANYBODY = "*";

    public static final int DEFAULT_CAPACITY = 1;
    /** The time that a holder is left alone for, if nothing is said. */
    public static final Duration DEFAULT_PING_EVERY = Duration.ofMinutes(15);
    /** The time that the first ping waits for its answer, if nothing is said. */
    public static final Duration DEFAULT_PING_TIMEOUT = Duration.ofSeconds(30);
    /** The number of pings that a holder may leave unanswered, if nothing is said. */
    public static final int DEFAULT_PING_ATTEMPTS = 3;
    /** The part of the capacity from which on holders are asked early, if nothing is said. */
    public static final double DEFAULT_PRESSURE = 0.9;

    private static final ObjectMapper JSON = new ObjectMapper();

    public PoolDefinition {
        holders = List.copyOf(holders);
    }

    /** A definition by which nobody but who runs the pool may ask for a grant. */
    public PoolDefinition(
            int capacity,
            Duration pingEvery,
            Duration pingTimeout,
            int pingAttempts,
            double pressure,
            @Nullable Duration maxLifetime,
            boolean lease) {
        this(capacity, pingEvery, pingTimeout, pingAttempts, pressure, maxLifetime, lease, List.of());
    }

    /** The definition with all its fields, as {@link PoolDefinitionReader} reads it. */
    public String toJson() {
        ObjectNode json = JSON.createObjectNode()
                .put("capacity", capacity)
                .put("pingEvery", pingEvery.toString())
                .put("pingTimeout", pingTimeout.toString())
                .put("pingAttempts", pingAttempts)
                .put("pressure", pressure);
        if (maxLifetime != null) {
            json.put("maxLifetime", maxLifetime.toString());
        }
        holders.forEach(json.put("lease", lease).putArray("holders")::add);
        return json.toString();
    }

    /** The number of grants from which on holders are asked early. */
    public int tight() {
        return (int) Math.ceil(capacity * pressure);
    }
}
