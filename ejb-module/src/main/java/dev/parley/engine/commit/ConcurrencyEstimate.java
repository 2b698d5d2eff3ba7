package dev.parley.engine.commit;

/**
 * The number of requests that are there at once, as far as the last ones tell: at least as many as now, and of more
 * than that one less each time. So those who come again as soon as they are answered are expected, and those who do not
 * are soon forgotten.
 */
final class ConcurrencyEstimate {

    private volatile int expected;

    /** The number that may be expected. */
    int expected() {
        return expected;
    }

    /** Notes that so many are there. What others see at the same moment may get lost: it is seen again. */
    void saw(int now) {
        expected = Math.max(now, expected - 1);
    }
}
