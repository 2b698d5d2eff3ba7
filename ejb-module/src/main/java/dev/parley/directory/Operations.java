package dev.parley.directory;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The operations that methods in this EAR serve. */
public interface Operations {

    /** The operation of that name, if one is served. */
    Optional<ServedOperation> find(String name);

    /** All names, sorted. */
    Set<String> names();

    /** What methods subscribe to. */
    default List<MethodSubscription> subscriptions() {
        return List.of();
    }
}
