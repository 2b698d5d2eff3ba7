package dev.parley.simulation;

/**
 * A transaction has to wait for another one. It is played again from its beginning, which comes to the same: it has
 * changed nothing yet.
 */
public final class Blocked extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Blocked(String by) {
        super(by, null, false, false);
    }
}
