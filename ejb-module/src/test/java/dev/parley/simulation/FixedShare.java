package dev.parley.simulation;

/**
 * The part that a run tries of what would be the same in each: all of it, or a third, if
 * {@code -Dparley.simulation.share} names a commit, as {@code .ci/run} does. Other commits have other thirds.
 *
 * @param first the number of the first one that is tried
 * @param count how many are tried from there on
 */
public record FixedShare(int first, int count) {

    private static final int PARTS = 3;

    /** The part of this run, of so many. */
    public static FixedShare of(int all) {
        return of(all, System.getProperty("parley.simulation.share", ""));
    }

    static FixedShare of(int all, String share) {
        if (share.isBlank()) {
            return new FixedShare(0, all);
        }
        int part = Math.floorMod(share.hashCode(), PARTS);
        int first = all * part / PARTS;
        return new FixedShare(first, all * (part + 1) / PARTS - first);
    }

    /** Whether that one is tried. */
    public boolean has(int number) {
        return number >= first && number < first + count;
    }
}
