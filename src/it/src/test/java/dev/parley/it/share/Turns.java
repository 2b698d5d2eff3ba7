package dev.parley.it.share;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * The classes that are {@link InShares}, dealt out to turns: those that take longest first, each to the turn that has
 * least to do by then. So each turn takes as long as the others, whatever is added.
 */
final class Turns {

    /** So many turns there are: each share has one of them, and the next share the next one. */
    static final int COUNT = 4;

    private static final Comparator<Class<?>> LONGEST_FIRST =
            Comparator.<Class<?>>comparingInt(Turns::secondsOf).reversed().thenComparing(Class::getName);

    private final List<List<Class<?>>> dealt = new ArrayList<>();
    private final Map<Class<?>, Place> places = new HashMap<>();

    private Turns() {
        for (int turn = 0; turn < COUNT; turn++) {
            dealt.add(new ArrayList<>());
        }
    }

    /**
     * Where a class is.
     *
     * @param turn the number of its turn
     * @param index how many of its turn were dealt before it
     */
    record Place(int turn, int index) {}

    /** The turns of all classes that take part. */
    static Turns ofAll() {
        return All.TURNS;
    }

    /** Deals out some classes; what is in each share needs no turn. */
    static Turns of(Collection<Class<?>> classes) {
        Turns turns = new Turns();
        classes.stream()
                .filter(test -> !test.getAnnotation(InShares.class).inEach())
                .sorted(LONGEST_FIRST)
                .forEach(turns::deal);
        return turns;
    }

    private void deal(Class<?> test) {
        int least = 0;
        for (int turn = 1; turn < COUNT; turn++) {
            least = seconds(turn) < seconds(least) ? turn : least;
        }
        places.put(test, new Place(least, dealt.get(least).size()));
        dealt.get(least).add(test);
    }

    /** All classes that take part. */
    static List<Class<?>> classes() {
        return ReflectionSupport.findAllClassesInPackage(
                "dev.parley.it", test -> test.isAnnotationPresent(InShares.class), name -> name.endsWith("IT"));
    }

    /** Where the class is, which was dealt out. */
    Place placeOf(Class<?> test) {
        return Optional.ofNullable(places.get(test))
                .orElseThrow(() -> new IllegalStateException(test + " has no turn"));
    }

    /** How long the classes of a turn take together, one after the other. */
    int seconds(int turn) {
        return dealt.get(turn).stream().mapToInt(Turns::secondsOf).sum();
    }

    private static int secondsOf(Class<?> test) {
        return test.getAnnotation(InShares.class).seconds();
    }

    private static final class All {
        static final Turns TURNS = of(classes());
    }
}
