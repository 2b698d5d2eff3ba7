package dev.parley.slip;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The operations that slips can ask, as far as their rules have to know them. */
public interface SlipOffers {

    /** True if an operation of that name is served. */
    boolean isServed(String operation);

    /** True if as a compensation it takes the reply alone of what it undoes, and not all that is known of it. */
    boolean takesReply(String operation);

    /** True if it is always known what came of it; of somebody outside it may not be. */
    boolean isAlwaysKnown(String operation);

    /** The operation that undoes it, as the directory has it; null for none. */
    @Nullable
    String compensation(String operation);

    /** The same, as far as these operations and what undoes them go, looked up together. */
    default SlipOffers among(Collection<String> operations) {
        return this;
    }
}
