package dev.parley.process.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The decision to undo.
 *
 * @param cause why
 * @param fault what the requester is told
 * @param at when it was taken
 * @param forced whether it holds after a pivot, too
 * @param tell the process that wants it, and is told when it is done; null if none does
 */
public record Undoing(Cause cause, JsonNode fault, Instant at, boolean forced, @Nullable UndoWaiter tell) {

    /** A decision that no other process waits for. */
    public Undoing(Cause cause, JsonNode fault, Instant at, boolean forced) {
        this(cause, fault, at, forced, null);
    }

    /** The same, of which another process is told when it is done. */
    public Undoing telling(UndoWaiter waiter) {
        return new Undoing(cause, fault, at, forced, waiter);
    }

    /** Why everything is undone. */
    public enum Cause {
        /** A step faulted. */
        FAULT,
        /** It was cancelled. */
        CANCEL,
        /** Its deadline passed. */
        DEADLINE,
        /** It had ended, and was cancelled afterwards. */
        REGRET
    }
}
