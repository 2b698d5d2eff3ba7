package dev.parley.process.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is done for a step now, or was last.
 *
 * @param phase what for
 * @param asked the key under which an answer is awaited; null if none is
 * @param attempt which attempt of the phase it is, from 1; 0 before the first
 * @param due when something is done if nothing happens; null for never
 * @param until when it is given up; null for never
 * @param stuck why it waits for a person, the name of a fault; null if it does not
 * @param barred whether what was asked is kept from being begun
 */
public record StepWork(
        Phase phase,
        @Nullable String asked,
        int attempt,
        @Nullable Instant due,
        @Nullable Instant until,
        @Nullable String stuck,
        boolean barred) {

    /** What a step has to do first. */
    public static final StepWork NONE = new StepWork(Phase.FORWARD, null, 0, null, null, null, false);

    /** The beginning of another phase. */
    public static StepWork begin(Phase phase, @Nullable Instant until) {
        return new StepWork(phase, null, 0, null, until, null, false);
    }

    /** An attempt that has begun, whose answer comes under that key, by then. */
    StepWork asking(String key, Instant deadline) {
        return new StepWork(phase, key, attempt + 1, deadline, until, null, barred);
    }

    /** A pause, and then another attempt. */
    public StepWork pausing(Instant end) {
        return new StepWork(phase, null, attempt, end, until, null, barred);
    }

    /** The same, looked at again then. */
    public StepWork lookedAt(@Nullable Instant next) {
        return new StepWork(phase, asked, attempt, next, until, stuck, barred);
    }

    /** The same, waiting for a person. */
    public StepWork stuck(String why) {
        return new StepWork(phase, null, attempt, null, until, why, barred);
    }

    /** The same, with nothing to wait for any more. */
    public StepWork done() {
        return new StepWork(phase, null, attempt, null, until, null, barred);
    }

    /** The same, to be kept from being begun once more if that is still wanted. */
    public StepWork unbarred() {
        return new StepWork(phase, asked, attempt, due, until, stuck, false);
    }

    /** The same, with what was asked kept from being begun. */
    public StepWork bar() {
        return new StepWork(phase, asked, attempt, due, until, stuck, true);
    }
}
