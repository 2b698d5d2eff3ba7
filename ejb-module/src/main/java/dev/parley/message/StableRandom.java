package dev.parley.message;

import java.time.Duration;

/** A number that looks random and follows from a key, so that it is the same on every node and after every restart. */
public final class StableRandom {

    /** The golden ratio in 64 bits; with the mixing below it is SplitMix64. */
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private StableRandom() {}

    /** A number from 0 to less than 1; another for each place, without relation to the others. */
    public static double fraction(String key, int place) {
        long mixed = key.hashCode() + place * STEP;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        mixed ^= mixed >>> 31;
        return (double) (mixed >>> 11) * 0x1.0p-53;
    }

    /** A part or a multiple of a duration, to the millisecond. */
    public static Duration times(Duration duration, double factor) {
        return Duration.ofMillis(Math.round(duration.toMillis() * factor));
    }
}
