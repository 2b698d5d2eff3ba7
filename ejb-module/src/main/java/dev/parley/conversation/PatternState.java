package dev.parley.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The state that a pattern keeps of a conversation, besides what every conversation has. Immutable, and equal to
 * whatever says the same.
 */
public interface PatternState {

    /** The time at which the pattern wants to be asked again, if that is before the deadline; null if it is not. */
    default @Nullable Instant dueAt() {
        return null;
    }

    /** How often somebody was asked; 0 where nobody is. */
    default int attempts() {
        return 0;
    }

    /** The time at which somebody is asked again; null while nobody is to be. */
    default @Nullable Instant nextAttempt() {
        return null;
    }

    /** What it waits for, since when, and until when, in one sentence for people; null where that is not said. */
    default @Nullable String waitsFor() {
        return null;
    }

    /** True if the pattern then needs the request, and whoever provides its operation. */
    default boolean asksProviders() {
        return false;
    }
}
