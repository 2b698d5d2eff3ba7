package dev.parley.process.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * The decision to undo.
 *
 * @param cause why
 * @param fault what the requester is told
 * @param at when it was taken
 * @param forced whether it holds after a pivot, too
 */
public record Undoing(Cause cause, JsonNode fault, Instant at, boolean forced) {

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
