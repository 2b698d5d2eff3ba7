package dev.parley.slip;

import org.jspecify.annotations.Nullable;

/** The operations that slips can ask, as far as their rules have to know them. */
public interface SlipOffers {

    /** True if an operation of that name is served. */
    boolean isServed(String operation);

    /** True if a method in the EAR serves it: what came of it is always known, and it takes replies to undo. */
    boolean isMethod(String operation);

    /** The operation that undoes it, as the directory has it; null for none. */
    @Nullable
    String compensation(String operation);
}
