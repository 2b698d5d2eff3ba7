package dev.parley.bench.store;

/**
 * Grants that come due while it is measured, by number from 0. Their ids lie between those of all others, in another
 * order than their numbers, as those of grants that come due one after the other do.
 *
 * @param count how many they are
 * @param others how many other grants there are, 1 or more
 */
public record WorkingSet(int count, int others) {

    /** What the numbers of the others are multiples of. */
    static final int STEP = 1_000;

    private static final long PRIME = 7_919;

    /** The id of one of them. */
    public String id(int number) {
        long spread = number * PRIME % count;
        return id(spread * others / count * STEP + 1 + spread % (STEP - 1));
    }

    /** The id of the grant with that number among all. */
    static String id(long number) {
        return String.format("01b00000-0000-7000-8000-%012d", number);
    }
}
