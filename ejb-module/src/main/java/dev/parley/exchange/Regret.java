package dev.parley.exchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The state of an exchange that had succeeded, and is undone because its requester wants that, or was undone.
 *
 * @param compensation the operation that undoes it
 * @param deadline the deadline that the exchange had
 * @param attempt how often that operation was asked
 * @param until until when it is asked again
 * @param next when it is asked again; null while it is asked, and when nobody asks it any more
 * @param call how the provider was asked that has done it; null if a method has
 */
public record Regret(
        String compensation,
        Instant deadline,
        int attempt,
        Instant until,
        @Nullable Instant next,
        @Nullable ProviderCall call)
        implements ExchangeState {

    private static final String KEY = "undo.";

    @Override
    public @Nullable Instant dueAt() {
        return next;
    }

    @Override
    public int attempts() {
        return attempt;
    }

    @Override
    public @Nullable Instant nextAttempt() {
        return next;
    }

    /** The key of the request that was made last. */
    String key() {
        return KEY + attempt;
    }

    /** Asked once more. */
    Regret asked() {
        return new Regret(compensation, deadline, attempt + 1, until, null, call);
    }

    /** The pause before it is asked again. */
    Regret pause(Instant end) {
        return new Regret(compensation, deadline, attempt, until, end, call);
    }

    /** Asked by nobody any more. */
    Regret rest() {
        return new Regret(compensation, deadline, attempt, until, null, call);
    }

    /** To be asked again until then. */
    Regret until(Instant end) {
        return new Regret(compensation, deadline, attempt, end, next, call);
    }
}
