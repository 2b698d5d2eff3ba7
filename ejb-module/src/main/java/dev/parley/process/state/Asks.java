package dev.parley.process.state;

/**
 * How often something was asked for a step: each request has a number of its own.
 *
 * @param forward how often it was asked for itself
 * @param outcome how often what became of it was asked for
 * @param undo how often its undoing was asked for
 * @param forwardBefore how many of the first said something else than is wanted since: a person has changed that
 * @param undoBefore how many of the last did
 */
public record Asks(int forward, int outcome, int undo, int forwardBefore, int undoBefore) {

    /** Never. */
    public static final Asks NONE = new Asks(0, 0, 0, 0, 0);

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
            case FORWARD -> new Asks(forward + 1, outcome, undo, forwardBefore, undoBefore);
            case OUTCOME -> new Asks(forward, outcome + 1, undo, forwardBefore, undoBefore);
            case UNDO -> new Asks(forward, outcome, undo + 1, forwardBefore, undoBefore);
        };
    }

    /** The same; whatever is asked from now on in that phase is another message. */
    public Asks changed(Phase phase) {
        return switch (phase) {
            case FORWARD -> new Asks(forward, outcome, undo, forward, undoBefore);
            case OUTCOME -> this;
            case UNDO -> new Asks(forward, outcome, undo, forwardBefore, undo);
        };
    }

    /** Whether the request of that number was replaced by another one. */
    public boolean isReplaced(Phase phase, int number) {
        return switch (phase) {
            case FORWARD -> number <= forwardBefore;
            case OUTCOME -> false;
            case UNDO -> number <= undoBefore;
        };
    }
}
