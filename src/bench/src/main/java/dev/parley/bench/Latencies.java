package dev.parley.bench;

import java.util.Arrays;

/** How long each of many requests took. One thread adds to it. */
final class Latencies {

    private static final double NANOS_PER_MILLI = 1_000_000;

    private long[] nanos = new long[1024];
    private int size;

    void add(long duration) {
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * size);
        }
        nanos[size++] = duration;
    }

    void addAll(Latencies others) {
        for (int i = 0; i < others.size; i++) {
            add(others.nanos[i]);
        }
    }

    int count() {
        return size;
    }

    /** The duration in milliseconds that this share of all requests did not exceed. */
    double percentile(double share) {
        long[] sorted = Arrays.copyOf(nanos, size);
        Arrays.sort(sorted);
        return sorted[Math.min(size - 1, (int) (share * size))] / NANOS_PER_MILLI;
    }
}
