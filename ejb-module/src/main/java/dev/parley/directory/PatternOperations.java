package dev.parley.directory;

import java.util.Collection;
import java.util.Map;
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

    /** Whether somebody has defined what an operation of that name begins, so that nothing else can be called so. */
    default boolean defines(String operation) {
        return served(Set.of(operation)).containsKey(operation);
    }
}
