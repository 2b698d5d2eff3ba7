package dev.parley.simulation;

import java.time.Duration;
import java.util.Optional;

/**
 * What came of playing schedules.
 *
 * @param schedules how many were played
 * @param took how much processor time that took
 * @param failure the first that failed, if one did
 */
public record Exploration(long schedules, Duration took, Optional<Failure> failure) {

    /** Schedules per second of processor time: what a machine does with nothing else to do. */
    public long speed() {
        return schedules * 1000 / Math.max(1, took.toMillis());
    }
}
