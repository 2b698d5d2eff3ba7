package dev.parley.engine.commit;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that has to be done at its time, such as ending what is past its deadline. When that is stands in the
 * database. CDI finds those that implement it, and the {@link Sweeper} does it; any number of nodes at once, so that a
 * batch leaves out what others have locked. A hint to the {@link Alarm} under its name has it done at an earlier time
 * than was known.
 */
public interface Due {

    /** The name of this kind, for the alarm and in logs. */
    String name();

    /**
     * Does what is due in a transaction of its own, what is due for longest first.
     *
     * @param most how much at most
     * @return how much was found
     */
    int sweep(int most);

    /**
     * Puts off the first that is due by the sweep interval: it could not be done, and must not keep the others from it.
     */
    void putOffFirst();

    /** The time at which the next is due; empty if nothing is. */
    Optional<Instant> next();

    /** The number of those that are done in one transaction at most. */
    default int most() {
        return 200;
    }

    /** The time by which a sweep is held back so that what is due soon is done together. */
    default Duration gathering() {
        return Duration.ZERO;
    }

    /** Does what comes before a sweep, whether something is due or not. */
    default void before() {}

    /**
     * Does what comes after a sweep, whether something was due or not.
     *
     * @return true if it is to be looked again after a pause, whatever is due
     */
    default boolean after() {
        return false;
    }
}
