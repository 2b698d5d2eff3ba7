package dev.parley.it.share;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Some of the crash tests. Of each class it is one configuration, or none, and of each list of points about a seventh.
 * Twice as many shares as a class has configurations, one after the other, try the class on each of them; seven times
 * as many try each point on each of them.
 *
 * @param number which share it is; any number is one
 */
public record Share(int number) {

    /** So many shares in turn try all points of a list, on one configuration. */
    static final int OF_POINTS = 7;

    private static final String HASH = "[0-9a-f]{7,64}";
    private static final int DIGITS = 7;

    /** The share of this run. */
    static Share chosen() {
        return of(ShareName.chosen().text());
    }

    /** Whether this run is to try everything, whatever its share is. */
    static boolean areAllTried() {
        return "all".equals(System.getProperty("parley.it.crashes"));
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

    /** How many shares in turn try a class with so many configurations on each of them: every second leaves it out. */
    static int cycle(int configurations) {
        return 2 * configurations;
    }

    /** Whether the class is tried on that configuration. */
    boolean tries(Class<?> test, Configuration configuration) {
        Configuration[] all = configurationsOf(test);
        int turn = Math.floorMod(test.getName().hashCode() + number, cycle(all.length));
        return turn % 2 == 0 && all[turn / 2] == configuration;
    }

    /** Which of the points are tried, on the configuration on which the class is. */
    <P> List<P> points(Class<?> test, String method, List<P> all) {
        int shares = Math.min(OF_POINTS, all.size());
        int first = method.hashCode() + Math.floorDiv(number, cycle(configurationsOf(test).length));
        return IntStream.range(0, all.size())
                .filter(point -> Math.floorMod(point + first, shares) == 0)
                .mapToObj(all::get)
                .toList();
    }

    private static Configuration[] configurationsOf(Class<?> test) {
        InShares inShares = test.getAnnotation(InShares.class);
        if (inShares == null) {
            throw new IllegalStateException(test + " is not @InShares");
        }
        return inShares.on();
    }
}
