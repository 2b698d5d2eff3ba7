package dev.parley.testing;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a request, or of a turn.
 *
 * @param ending how it ended
 * @param body the reply, or the problem object, JSON text; null for an operation that returns nothing
 * @param name the name of the fault or problem; null for a reply
 * @param attempts how often the operation was called; 0 if it was refused before
 * @param failure what the operation threw at last, if it failed; null otherwise
 */
public record Outcome(
        Ending ending, @Nullable String body, @Nullable String name, int attempts, @Nullable Throwable failure) {

    private static final Jsonb JSON = JsonbBuilder.create();

    /** How a request ended. */
    public enum Ending {
        /** The operation replied, or returned nothing. */
        REPLIED,
        /** It answered with a fault, or failed as often as it may. */
        FAULTED,
        /** It was not done before its deadline. */
        EXPIRED,
        /** It was refused before anything was done. */
        REFUSED,
        /** It is a turn that came early: it is kept until those before it have been taken. */
        KEPT
    }

    /**
     * The reply, read as its requester would read it.
     *
     * @throws AssertionError if there is none
     */
    public <R> R reply(Class<R> type) {
        if (ending != Ending.REPLIED || body == null) {
            throw new AssertionError("There is no reply, but: " + this, failure);
        }
        return JSON.fromJson(body, type);
    }

    /**
     * The name of the fault, or of the problem.
     *
     * @throws AssertionError if there is none
     */
    public String fault() {
        if (name == null) {
            throw new AssertionError("There is no fault, but: " + this);
        }
        return name;
    }
}
