package dev.parley.engine.commit;

import java.sql.SQLException;

/**
 * The failure of a commit that did not answer as it should: what it was for may have happened, and must not be done
 * again unasked.
 */
public final class CommitInDoubt extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The exception for a commit that was answered with this. */
    public CommitInDoubt(SQLException cause) {
        super("It is not known whether the database has committed", cause);
    }
}
