package dev.parley.definition;

import org.jspecify.annotations.Nullable;

/** What whoever writes an entry expects to be there. */
@FunctionalInterface
public interface Precondition {

    /** Whether it may be written over the entry of that version; null if there is no entry. */
    boolean holds(@Nullable Long version);
}
