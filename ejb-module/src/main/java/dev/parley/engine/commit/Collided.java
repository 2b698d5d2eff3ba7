package dev.parley.engine.commit;

import org.jspecify.annotations.Nullable;

/**
 * The failure of a transaction that has met another one and rolls back, to be done again. The server, which would log
 * each attempt with its trace, takes it for no failure.
 */
public final class Collided extends GoesBack {

    private static final long serialVersionUID = 1L;

    /** The exception for what the database has said. */
    public Collided(@Nullable Throwable cause) {
        super("Another transaction was in the way", cause);
    }
}
