package dev.parley;

import org.jspecify.annotations.Nullable;

/**
 * The request of an operation that undoes another one, if it wants to know more than the reply; and if it is to undo,
 * too, what nobody knows to have been done. An operation named in {@link CompensatedBy} takes it, or the reply alone.
 *
 * <pre>{@code
 * @Operation("release-stock")
 * void release(Undo<ReserveStock, Reservation> undo) { … }
 * }</pre>
 *
 * @param <Q> the request of what is undone
 * @param <R> its reply
 * @param request what was asked for
 * @param reply what was answered; null if that is not known, or was nothing
 * @param outcome {@code done}, or {@code unknown} if it may have been done
 */
public record Undo<Q, R>(@Nullable Q request, @Nullable R reply, @Nullable String outcome) {

    /** True if nobody knows whether it was done. */
    public boolean isUnknown() {
        return "unknown".equals(outcome);
    }
}
