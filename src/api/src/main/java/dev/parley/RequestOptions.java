package dev.parley;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The options with which something is asked for.
 *
 * @param messageId the idempotency key: a request with the same one takes effect once in all; null to have one made
 * @param correlationId what the answer carries; null for the message id
 * @param state what comes back with the answer, at most 32 KiB; null if nothing has to
 * @param deadline after which there is no other answer than the fault {@code expired}; null for the default
 */
public record RequestOptions(
        @Nullable String messageId,
        @Nullable String correlationId,
        @Nullable String state,
        @Nullable Duration deadline) {

    /** The options of who says nothing in particular. */
    public static final RequestOptions DEFAULT = new RequestOptions(null, null, null, null);

    /** The same with an idempotency key. */
    public RequestOptions withMessageId(String id) {
        return new RequestOptions(id, correlationId, state, deadline);
    }

    /** The same with what the answer carries. */
    public RequestOptions withCorrelationId(String id) {
        return new RequestOptions(messageId, id, state, deadline);
    }

    /** The same with what comes back. */
    public RequestOptions withState(String opaque) {
        return new RequestOptions(messageId, correlationId, opaque, deadline);
    }

    /** The same with a deadline from now. */
    public RequestOptions withDeadline(Duration time) {
        return new RequestOptions(messageId, correlationId, state, time);
    }
}
