package dev.parley.simulation;

/** The process that was doing this is gone. Nobody catches it: it is no exception of the program. */
final class NodeKilled extends Error {

    private static final long serialVersionUID = 1L;

    NodeKilled() {
        super("killed", null, false, false);
    }
}
