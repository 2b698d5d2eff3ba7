package dev.parley.directory;

import dev.parley.message.Address;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The operations that are provided: by methods in the EAR, and by what operators have entered. An entry goes before a
 * method of the same name.
 */
public interface Directory {

    /**
     * Looks operations up, and who has registered to provide them, as they are committed now on whatever node; the more
     * operations, the same few queries.
     *
     * @return those that are served
     */
    Map<String, OperationResolution> find(Collection<String> operations);

    /** The operation of that name, if it is served. */
    default Optional<OperationResolution> find(String operation) {
        return Optional.ofNullable(find(Set.of(operation)).get(operation));
    }

    /** Notes in the current transaction that a provider did not answer in time; others are preferred until then. */
    void passOver(Set<Address> providers, Instant until);
}
