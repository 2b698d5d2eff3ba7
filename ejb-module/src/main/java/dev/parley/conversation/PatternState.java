package dev.parley.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a pattern keeps of a conversation, besides what every conversation has. Immutable, and equal to whatever says the same. */
public interface PatternState {

    /** When the pattern wants to be asked again, if that is before the deadline; null if it is not. */
    default @Nullable Instant dueAt() {
        return null;
    }

    /** Whether the pattern then needs the request, and whoever provides its operation. */
    default boolean asksProviders() {
        return false;
    }
}
