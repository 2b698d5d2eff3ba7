package dev.parley.engine.run;

import dev.parley.conversation.Envelope;
import dev.parley.directory.OperationResolution;
import dev.parley.directory.ServedOperation;
import java.util.Objects;
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
        return isIn(trace)
                ? this
                : new CheckedRequest(envelope.with(envelope.particulars().in(trace)), operation, request);
    }

    /** True if it is in that trace. */
    boolean isIn(@Nullable String trace) {
        return Objects.equals(trace, envelope.particulars().trace());
    }
}
