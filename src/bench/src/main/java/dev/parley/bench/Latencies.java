package dev.parley.bench;

import java.util.Arrays;

/** How long each of many requests took. One thread adds to it. */
public final class Latencies {

    private static final double NANOS_PER_MILLI = 1_000_000;

    private long[] nanos = new long[1024];
    private int size;

    /** Adds one, in nanoseconds. */
    public void add(long duration) {
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * size);
        }
        nanos[size++] = duration;
    }

    /** Adds all of the others. */
    public void addAll(Latencies others) {
        for (int i = 0; i < others.size; i++) {
            add(others.nanos[i]);
        }
    }

    /** How many there are. */
    public int count() {
        return size;
    }

    /** The duration in milliseconds that this share of all requests did not exceed. */
    public double percentile(double share) {
        long[] sorted = Arrays.copyOf(nanos, size);
        Arrays.sort(sorted);
        return sorted[Math.min(size - 1, (int) (share * size))] / NANOS_PER_MILLI;
    }
}
