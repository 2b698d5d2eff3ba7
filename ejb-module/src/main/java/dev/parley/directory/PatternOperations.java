package dev.parley.directory;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Operations that a pattern serves itself, such as the beginning of a process. A pattern that serves some implements
 * it; an entry, or a method, of the same name goes before.
 */
@FunctionalInterface
public interface PatternOperations {

    /**
     * Looks operations up, as they are committed now; the more of them, the same few queries.
     *
     * @return those of them that the pattern serves
     */
    Map<String, OperationResolution> served(Collection<String> operations);

    /** All operations that somebody has defined what they begin, to be shown. */
    default List<PatternOperation> shown() {
        return List.of();
    }

    /** An operation to be shown, if the pattern serves it. */
    default Optional<PatternOperation> shown(String operation) {
        return Optional.empty();
    }

    /** Whether somebody has defined what an operation of that name begins, so that nothing else can be called so. */
    default boolean defines(String operation) {
        return served(Set.of(operation)).containsKey(operation);
    }
}
