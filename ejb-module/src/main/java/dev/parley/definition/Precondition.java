package dev.parley.definition;

import org.jspecify.annotations.Nullable;

/** A condition on the entry that is there, which has to hold for it to be written. */
@FunctionalInterface
public interface Precondition {

    /**
     * True if it may be written over the entry that is there.
     *
     * @param version the version of that entry; null if there is none
     */
    boolean holds(@Nullable Long version);
}
