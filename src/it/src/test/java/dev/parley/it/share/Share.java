package dev.parley.it.share;

import dev.parley.it.share.Turns.Place;
import java.util.List;

/**
 * Some of the crash tests: the classes of one of the {@link Turns}, each on one of its configurations, and of each list
 * of points one. So many shares in turn as there are turns try each class; that times its configurations, on each of
 * them; that times the points of a list, each of these on each of them.
 *
 * @param number which share it is; any number is one
 */
public record Share(int number) {

    private static final String HASH = "[0-9a-f]{7,64}";
    private static final int DIGITS = 7;

    /** The share of this run. */
    static Share chosen() {
        return of(ShareName.chosen().text());
    }

    /** Whether this run is to try everything, whatever its share is. */
    static boolean areAllTried() {
        return "all".equals(crashes()) || areTheyAlone();
    }

    /** Whether this run is to try everything that is in shares, and nothing else: that is in each run. */
    static boolean areTheyAlone() {
        return "alone".equals(crashes());
    }

    private static String crashes() {
        return System.getProperty("parley.it.crashes", "");
    }

    /**
     * The share that somebody has asked for.
     *
     * @param name the hash of a commit, of which the first seven digits count, or a number of at most six digits
     * @throws IllegalArgumentException if it is neither
     */
    static Share of(String name) {
        if (name.matches(HASH)) {
            return new Share(Integer.parseInt(name.substring(0, DIGITS), 16));
        }
        if (name.matches("[0-9]{1,6}")) {
            return new Share(Integer.parseInt(name));
        }
        throw new IllegalArgumentException(
                "parley.it.share is " + name + ": write the hash of a commit, or a number of at most six digits");
    }

    /** How many shares in turn try the class at least once. */
    static int turns(Class<?> test) {
        return annotation(test).inEach() ? 1 : Turns.COUNT;
    }

    /** How many shares in turn try the class on each of its configurations. */
    static int cycle(Class<?> test) {
        return turns(test) * annotation(test).on().length;
    }

    /** Whether the class is tried on that configuration. */
    boolean tries(Class<?> test, Configuration configuration) {
        Configuration[] all = annotation(test).on();
        return hasTurn(test) && all[Math.floorMod(round(test), all.length)] == configuration;
    }

    /** Whether it makes a difference to the class on which configuration it is. */
    static boolean isFor(Class<?> test, Configuration configuration) {
        return List.of(annotation(test).on()).contains(configuration);
    }

    private boolean hasTurn(Class<?> test) {
        return annotation(test).inEach() || Turns.ofAll().placeOf(test).turn() == Math.floorMod(number, Turns.COUNT);
    }

    /** Which of the points is tried, on the configuration on which the class is. */
    <P> P point(Class<?> test, String method, List<P> all) {
        int cycles = Math.floorDiv(round(test), annotation(test).on().length);
        return all.get(Math.floorMod(method.hashCode() + cycles, all.size()));
    }

    /** How often shares up to this one have tried the class; those of a turn do not all begin with the same. */
    private int round(Class<?> test) {
        if (annotation(test).inEach()) {
            return number;
        }
        Place place = Turns.ofAll().placeOf(test);
        return Math.floorDiv(number, Turns.COUNT) + place.index();
    }

    private static InShares annotation(Class<?> test) {
        InShares inShares = test.getAnnotation(InShares.class);
        if (inShares == null) {
            throw new IllegalStateException(test + " is not @InShares");
        }
        return inShares;
    }
}
