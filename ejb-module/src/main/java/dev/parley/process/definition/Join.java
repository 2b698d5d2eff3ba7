package dev.parley.process.definition;

/**
 * How many branches have to be done for a parallel step to be.
 *
 * @param quorum that many; 0 for all
 * @param first whether the reply is that of the one branch, not a list
 */
public record Join(int quorum, boolean first) {

    public static final Join ALL = new Join(0, false);
    public static final Join FIRST = new Join(1, true);

    /** How many, of that many branches. */
    public int needed(int branches) {
        return quorum == 0 ? branches : quorum;
    }
}
