package dev.parley.engine.commit;

import jakarta.ejb.ApplicationException;
import org.jspecify.annotations.Nullable;

/**
 * What was taken goes back to where it came from, since it cannot be done now: its transaction rolls back. Whoever
 * throws it has said why; the server, which would say it again with every trace, takes it for no failure of its own.
 */
@ApplicationException(rollback = true, inherited = true)
public abstract class GoesBack extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The exception with what happened, and what was thrown; null if nothing was. */
    protected GoesBack(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
