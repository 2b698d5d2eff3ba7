package dev.parley.process.state;

/** How often something was asked for a step: each request has a number of its own. */
public record Asks(int forward, int outcome, int undo) {

    /** Never. */
    public static final Asks NONE = new Asks(0, 0, 0);

    /** How often in that phase. */
    public int of(Phase phase) {
        return switch (phase) {
            case FORWARD -> forward;
            case OUTCOME -> outcome;
            case UNDO -> undo;
        };
    }

    /** Once more in that phase. */
    public Asks plus(Phase phase) {
        return switch (phase) {
            case FORWARD -> new Asks(forward + 1, outcome, undo);
            case OUTCOME -> new Asks(forward, outcome + 1, undo);
            case UNDO -> new Asks(forward, outcome, undo + 1);
        };
    }
}
