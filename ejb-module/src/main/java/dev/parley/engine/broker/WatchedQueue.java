package dev.parley.engine.broker;

/** A queue that Parley takes messages from, as the broker sees it. */
interface WatchedQueue {

    String name();

    /** How many consumers there are. */
    int consumers();

    /** How many messages could be delivered now, and are not held by anybody. */
    long ready();

    /** How many messages somebody holds. */
    int delivering();

    /** How many have been taken from it since the broker began. */
    long taken();
}
