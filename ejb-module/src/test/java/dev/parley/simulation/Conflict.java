package dev.parley.simulation;

/** A transaction cannot commit, because another one was faster. */
public final class Conflict extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Conflict(String about) {
        super(about, null, false, false);
    }
}
