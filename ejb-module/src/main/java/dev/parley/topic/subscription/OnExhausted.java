package dev.parley.topic.subscription;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What becomes of an event that could not be delivered as often as it may be tried. */
public enum OnExhausted {
    /** It is put where operators look for it, and the next ones go on. */
    PARK,

    /** The subscription stands still until somebody has it go on. */
    PAUSE,

    /** It is gone, and counted. */
    DROP;

    /** The name in a definition. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of that name. */
    public static Optional<OnExhausted> of(String label) {
        return Arrays.stream(values())
                .filter(each -> each.label().equals(label))
                .findFirst();
    }
}
