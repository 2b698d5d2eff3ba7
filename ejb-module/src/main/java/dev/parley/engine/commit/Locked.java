package dev.parley.engine.commit;

/**
 * What is locked by another transaction, where nobody is to wait with those that share theirs. Most often the other one
 * is a first attempt of the same, which takes a moment; after a crash it may be in doubt until recovery has come by.
 */
public final class Locked extends GoesBack {

    private static final long serialVersionUID = 1L;

    /** The exception for what the driver threw. */
    public Locked(Throwable cause) {
        super("Another transaction has the same in hand, or in doubt", cause);
    }
}
