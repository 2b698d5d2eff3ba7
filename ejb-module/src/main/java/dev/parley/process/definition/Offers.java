package dev.parley.process.definition;

import org.jspecify.annotations.Nullable;

/** The operations that there are now. */
@FunctionalInterface
public interface Offers {

    /** What is offered under a name; null if nothing is. */
    @Nullable
    Offer of(String operation);
}
