package dev.parley.directory;

import dev.parley.message.Address;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The participants who have registered to provide operations, for entries of the directory that refer to a registration
 * instead of naming addresses. A pattern that keeps registrations implements it.
 */
@FunctionalInterface
public interface Registrations {

    /**
     * The addresses that are registered now, in the order in which they came.
     *
     * @param references what entries refer to, such as the names of pools
     * @return the addresses by reference; without those for which nobody is registered
     */
    Map<String, List<Address>> registered(Collection<String> references);
}
