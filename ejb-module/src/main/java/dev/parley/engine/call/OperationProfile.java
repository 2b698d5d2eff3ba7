package dev.parley.engine.call;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The observations of an operation on this node since it started. A hint for speed, never for truth: it is forgotten in
 * a crash.
 *
 * @param runs how often it ran to its end
 * @param mean how long it took, recent runs weighing more
 * @param failedAt when it failed last, or null
 */
public record OperationProfile(long runs, Duration mean, @Nullable Instant failedAt) {

    static final OperationProfile UNKNOWN = new OperationProfile(0, Duration.ZERO, null);

    private static final int WEIGHT = 5;

    OperationProfile ran(Duration took) {
        Duration next = runs == 0 ? took : mean.plus(took.minus(mean).dividedBy(WEIGHT));
        return new OperationProfile(runs + 1, next, failedAt);
    }

    OperationProfile failed(Instant at) {
        return new OperationProfile(runs, mean, at);
    }
}
