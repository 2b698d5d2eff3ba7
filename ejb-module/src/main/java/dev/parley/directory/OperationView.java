package dev.parley.directory;

import dev.parley.conversation.Provider;
import dev.parley.definition.WrittenDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operation to be shown; at least one of entry, method and pattern is there.
 *
 * @param name its name
 * @param entry what was entered; null if nothing was
 * @param method the method in the EAR of that name; null if there is none
 * @param providers the providers of the entry, or those registered with its pool, with those that are passed over now
 * @param pattern what a pattern says of it, or of what serves it; null if none serves it
 */
public record OperationView(
        String name,
        @Nullable WrittenDefinition<Definition> entry,
        @Nullable ServedOperation method,
        List<Provider> providers,
        @Nullable PatternOperation pattern) {

    /** An operation that no pattern serves. */
    public OperationView(
            String name,
            @Nullable WrittenDefinition<Definition> entry,
            @Nullable ServedOperation method,
            List<Provider> providers) {
        this(name, entry, method, providers, null);
    }

    /** An operation that a pattern serves. */
    public OperationView(PatternOperation pattern) {
        this(pattern.name(), null, null, List.of(), pattern);
    }

    /** The same, served by that of a pattern; null if there is none. */
    public OperationView servedBy(@Nullable PatternOperation its) {
        return new OperationView(name, entry, method, providers, its);
    }

    public OperationView {
        providers = List.copyOf(providers);
    }
}
