package dev.parley.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The effort that a conversation has taken, for operators.
 *
 * @param attempts how often its operation was begun in a transaction of its own, or a provider was asked
 * @param lastFailure why that failed last; null if it has not
 * @param nextAttempt when it is tried again; null if it is being tried, or nobody tries any more
 */
public record Effort(int attempts, @Nullable String lastFailure, @Nullable Instant nextAttempt) {

    /**
     * The effort of a conversation.
     *
     * @param pause the end of the pause before its operation is called again; null if there is none
     */
    public static Effort of(Conversation conversation, @Nullable Instant pause) {
        PatternState state = conversation.patternState();
        int attempts = state == null ? 0 : state.attempts();
        Instant ofPattern = state == null ? null : state.nextAttempt();
        Instant next = ofPattern == null ? pause : ofPattern;
        return new Effort(
                Math.max(attempts, conversation.attempts()),
                conversation.lastFailure(),
                conversation.status().isFinal() ? null : next);
    }
}
