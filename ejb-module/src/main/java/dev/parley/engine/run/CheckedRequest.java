package dev.parley.engine.run;

import dev.parley.conversation.Envelope;
import dev.parley.directory.OperationResolution;
import dev.parley.directory.ServedOperation;
import org.jspecify.annotations.Nullable;

/**
 * A request that has passed all checks.
 *
 * @param envelope its headers and body
 * @param operation what it asks for
 * @param request its body, read
 */
public record CheckedRequest(Envelope envelope, OperationResolution operation, ServedOperation.Request request) {

    /** The same request in that trace; null for none. */
    CheckedRequest in(@Nullable String trace) {
        Envelope traced = envelope.with(envelope.particulars().in(trace));
        return traced == envelope ? this : new CheckedRequest(traced, operation, request);
    }
}
