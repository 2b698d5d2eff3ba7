package dev.parley.it.server;

/** Tests that are the same on every database and in every mode of delivery: it is enough to run them once. */
public final class Once {

    /** Left out with {@code -DexcludedGroups=once}. */
    public static final String TAG = "once";

    private Once() {}
}
