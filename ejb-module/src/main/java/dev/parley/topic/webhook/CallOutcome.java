package dev.parley.topic.webhook;

import dev.parley.message.Problem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The outcome of a call: what becomes of the event, and of the subscription. */
public sealed interface CallOutcome {

    /** The receiver has the event. */
    record Delivered() implements CallOutcome {}

    /**
     * The receiver has not taken the event; it is tried again.
     *
     * @param problem why
     * @param again when, if the receiver says so; null if it does not
     */
    record Failed(Problem problem, @Nullable Instant again) implements CallOutcome {}

    /**
     * The receiver wants nothing: the subscription stands still, and the event is kept.
     *
     * @param problem why
     */
    record Ended(Problem problem) implements CallOutcome {}
}
