package dev.parley.process.definition;

import dev.parley.conversation.Retry;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads how a step is tried again; the members are those of an operation in the directory. */
final class RetryReader {

    private static final List<String> KNOWN = List.of("attempts", "backoff", "multiplier", "maximum", "jitter");

    private RetryReader() {}

    /** The member {@code retry}; null if there is none. */
    static @Nullable Retry read(Part step) {
        if (!step.has("retry")) {
            return null;
        }
        Part retry = step.part("retry");
        if (!retry.json().isObject()) {
            step.refuse("retry", "an object with " + String.join(", ", KNOWN));
            return null;
        }
        retry.only(KNOWN, List.of());
        Duration backoff = retry.duration("backoff", Retry.DEFAULT.backoff());
        Duration maximum = retry.duration("maximum", longer(backoff, Retry.DEFAULT.maximum()));
        if (maximum.compareTo(backoff) < 0) {
            retry.refuse("maximum", "a duration of at least backoff, which is " + backoff);
        }
        return new Retry(
                retry.whole("attempts", Retry.DEFAULT.attempts(), 1, 100),
                backoff,
                retry.number("multiplier", Retry.DEFAULT.multiplier(), 1, 10),
                maximum,
                retry.number("jitter", Retry.DEFAULT.jitter(), 0, 1));
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
