package dev.parley.bench.renewal;

import dev.parley.bench.Figures;
import dev.parley.bench.Latencies;

/** Figures of what took its time. */
final class Times {

    private static final double MEDIAN = 0.5;
    private static final double TAIL = 0.99;

    private Times() {}

    /** Adds the median and what one in a hundred exceeds. */
    static void add(String what, Latencies times, Figures to) {
        to.add(what + "p50, ms", RenewalSide.PARLEY, times.percentile(MEDIAN));
        to.add(what + "p99, ms", RenewalSide.PARLEY, times.percentile(TAIL));
    }
}
